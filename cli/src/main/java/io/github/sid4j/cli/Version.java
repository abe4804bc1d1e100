package io.github.sid4j.cli;

import io.github.sid4j.run.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What this copy was built from, in a line. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    BuildInfo build = BuildInfo.load();
    String changed = build.dirty() ? " with changes" : "";
    return new String[] {
      "sid %s (commit %s%s)".formatted(build.version(), build.commit(), changed)
    };
  }
}
