package io.github.sid4j.run;

import io.github.sid4j.internal.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that holds a run until its input ends. */
public final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    try (RunFolder run = RunFolder.create(Path.of(args[0]), false)) {
      System.out.println("holds " + run.paths().folder());
      System.in.readAllBytes();
    }
  }
}
