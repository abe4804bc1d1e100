package io.github.sid4j.internal.fetch;

import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.fetch.FetchFailure.Reach;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Tries the homes of a data set in turn, each as often as makes sense. */
final class RetryingDownload {
  private final FetchPolicy policy;
  private final List<URI> homes;

  RetryingDownload(FetchPolicy policy, List<URI> homes) {
    this.policy = policy;
    this.homes = homes;
  }

  void run(PublicFile file, Partial partial, ProgressListener progress) throws IOException {
    HttpSource source = new HttpSource(policy);
    Download download = new Download(source, file, partial, progress);
    List<FetchFailure> failures = new ArrayList<>();
    for (URI home : homes) {
      try {
        insist(download, home.resolve(file.name()));
        return;
      } catch (FetchFailure e) {
        failures.add(e);
      }
    }
    throw hopeless(file, failures);
  }

  /**
   * Fetches one file from one address.
   *
   * @param uri what it is asked at, also if it redirects
   */
  static void from(
      URI uri,
      PublicFile file,
      Partial partial,
      FetchPolicy policy,
      RequestRules rules,
      ProgressListener progress)
      throws IOException {
    HttpSource source = new HttpSource(policy, rules);
    new RetryingDownload(policy, List.of(uri))
        .insist(new Download(source, file, partial, progress), uri);
  }

  private void insist(Download download, URI uri) throws IOException {
    new Retries(policy)
        .of(
            uri,
            last -> {
              download.attempt(uri);
              return uri;
            });
  }

  private static FetchFailure hopeless(PublicFile file, List<FetchFailure> failures) {
    List<String> lines = failures.stream().map(Throwable::getMessage).toList();
    String line =
        file.name()
            + " could not be fetched: "
            + String.join("; ", lines)
            + "; see to the connection and run again (it continues where it stopped), or put "
            + String.join(", ", file.targets().stream().map(FetchedFile::path).toList())
            + " into the data folder yourself";
    return new FetchFailure(Reach.HOME, line, failures.get(failures.size() - 1));
  }
}
