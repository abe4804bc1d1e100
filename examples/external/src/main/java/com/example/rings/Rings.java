package com.example.rings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of a user, which knows sid4j by its installed artefacts: every step prints a line. */
public final class Rings {
  private Rings() {}

  public static void main(String[] args) throws IOException {
    InMemory.train();
    Path folder = Files.createTempDirectory("rings");
    float[] expected = Stored.train(folder.resolve("run"));
    Reopened.check(folder.resolve("run"), expected);
    OnnxFile.write(folder.resolve("run"), folder.resolve("rings.onnx"));
    System.out.println("all is well");
  }
}
