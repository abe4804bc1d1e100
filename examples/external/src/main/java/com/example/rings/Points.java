package com.example.rings;

import java.util.Random;

/** Points of the plane in three rings around the origin, as arrays. */
final class Points {
  static final int CLASSES = 3;

  final float[][] rows;
  final int[] labels;

  private Points(float[][] rows, int[] labels) {
    this.rows = rows;
    this.labels = labels;
  }

  static Points make(int count) {
    Random random = new Random(7);
    float[][] rows = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
      double radius = 1 + labels[i] + 0.6 * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      rows[i] =
          new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
    }
    return new Points(rows, labels);
  }
}
