package io.github.sid4j.cli;

import io.github.sid4j.internal.run.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What this copy was built from, in a line. */
final class Version implements IVersionProvider {
  /** Enough to distinguish commits; the run's provenance has all of it. */
  private static final int COMMIT_LENGTH = 12;

  @Override
  public String[] getVersion() {
    BuildInfo build = BuildInfo.load();
    String changed = build.dirty() ? " with changes" : "";
    String commit = build.commit().substring(0, Math.min(COMMIT_LENGTH, build.commit().length()));
    return new String[] {"sid %s (commit %s%s)".formatted(build.version(), commit, changed)};
  }
}
