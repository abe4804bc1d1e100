package io.github.sid4j.internal.fetch;

import java.nio.file.Path;

/** Another process that fetches: holds the staging directory until its input ends. */
public final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws Exception {
    try (StagingDirectory work = StagingDirectory.take(Path.of(args[0]), args[1])) {
      System.out.println(work.unpacked().getFileName());
      System.in.read();
    }
  }
}
