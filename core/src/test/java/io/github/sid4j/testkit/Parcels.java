package io.github.sid4j.testkit;

import io.github.sid4j.internal.data.format.PngFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Data of several inputs: parcels in four classes. Their size and colour say whether the class is
 * one of the last two; a note, where there is one, says whether it is an odd one, and so does the
 * brightness of a photo.
 */
public final class Parcels {
  /** How many rows there are. */
  public static final int ROWS = 240;

  /** The side of a photo. */
  public static final int SIDE = 4;

  private static final String[] CLASSES = {"a", "b", "c", "d"};

  private Parcels() {}

  /**
   * Writes them.
   *
   * @param folder gets {@code parcels.csv} and the folder {@code photos}
   * @return the file
   * @throws IOException if they cannot be written
   */
  public static Path write(Path folder) throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    StringBuilder rows = new StringBuilder("photo,size,colour,note,label\n");
    for (int i = 0; i < ROWS; i++) {
      int label = i % CLASSES.length;
      rows.append(row(photos, i, label)).append(CLASSES[label]).append('\n');
    }
    return Files.writeString(folder.resolve("parcels.csv"), rows);
  }

  private static String row(Path photos, int i, int label) throws IOException {
    boolean late = label > 1;
    boolean odd = label % 2 == 1;
    String photo = "";
    if (i % 10 != 3) {
      byte[] grey = new byte[SIDE * SIDE];
      Arrays.fill(grey, (byte) ((odd ? 180 : 40) + i % 7));
      Files.write(photos.resolve(i + ".png"), PngFile.of(grey, 255, new int[] {1, SIDE, SIDE}));
      photo = "photos/" + i + ".png";
    }
    String note = i % 3 == 0 ? "" : "number %s is %s here".formatted(i, odd ? "loud" : "quiet");
    return "%s,%s,%s,%s,"
        .formatted(photo, (late ? 5 : 1) + "." + i % 9, late ? "red" : "blue", note);
  }
}
