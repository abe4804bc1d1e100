package io.github.sid4j.internal.fetch;

import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.fetch.FetchFailure.Reach;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;

/**
 * Brings one file from one address into its partial file and checks it. A {@link FetchFailure} is
 * the server's fault, any other exception that of the disk.
 */
final class Download {
  private static final int CHUNK = 1 << 16;

  private final HttpSource source;
  private final PublicFile file;
  private final Partial partial;
  private final ProgressListener progress;

  Download(HttpSource source, PublicFile file, Partial partial, ProgressListener progress) {
    this.source = source;
    this.file = file;
    this.partial = partial;
    this.progress = progress;
  }

  /** One attempt: afterwards the partial file is whole and right. */
  void attempt(URI uri) throws IOException {
    long before = partial.bytes();
    if (before >= file.bytes()) {
      if (before == file.bytes() && found().equals(file.checksum())) {
        return;
      }
      partial.clear();
    }
    boolean resumed = bring(uri);
    Checksum found = found();
    if (!found.equals(file.checksum())) {
      partial.clear();
      // What was put together of two answers may come right in one go.
      throw new FetchFailure(
          resumed ? Reach.ATTEMPT : Reach.HOME,
          uri + ": expected " + file.checksum() + ", found " + found);
    }
  }

  private Checksum found() throws IOException {
    return file.checksum().of(partial.file());
  }

  /** Whether what is there now came in more than one answer. */
  private boolean bring(URI uri) throws IOException {
    long from = partial.bytes();
    String validator = partial.validator().orElse("");
    if (from > 0 && !validator.isEmpty()) {
      try (Answer answer = source.askFrom(uri, from, validator)) {
        if (answer.continuesAt(from, file.bytes())) {
          receive(uri, answer, from);
          return true;
        }
        if (answer.status() == Answer.OK) {
          receive(uri, answer, 0);
          return false;
        }
        if (answer.status() != Answer.PARTIAL && answer.status() != Answer.RANGE_REFUSED) {
          throw unexpected(uri, answer);
        }
      }
    }
    try (Answer answer = source.ask(uri)) {
      if (answer.status() != Answer.OK) {
        throw unexpected(uri, answer);
      }
      receive(uri, answer, 0);
      return false;
    }
  }

  private static FetchFailure unexpected(URI uri, Answer answer) {
    int status = answer.status();
    // A redirect may lead to a link that has expired; asked again it leads to another.
    boolean expired = status == 403 && answer.isElsewhere(uri);
    boolean mayPass = expired || FetchFailure.mayPass(status);
    String what = status < 0 ? " does not speak HTTP" : " answers with status " + status;
    return new FetchFailure(mayPass ? Reach.ATTEMPT : Reach.HOME, uri + what);
  }

  private void receive(URI uri, Answer answer, long from) throws IOException {
    if (from == 0 && answer.length() >= 0 && answer.length() != file.bytes()) {
      throw wrongSize(uri, answer.length() + "");
    }
    long bytes = from;
    try (InputStream in = body(uri, answer);
        FileOutputStream out = from == 0 ? partial.begin(answer.validator()) : partial.resume()) {
      byte[] buffer = new byte[CHUNK];
      int n;
      while ((n = read(uri, in, buffer, bytes)) >= 0) {
        bytes += n;
        if (bytes > file.bytes()) {
          break;
        }
        out.write(buffer, 0, n);
        progress.progressed(file.name(), bytes, file.bytes());
      }
      out.getFD().sync();
    }
    if (bytes > file.bytes()) {
      partial.clear();
      throw wrongSize(uri, "more");
    }
    if (bytes < file.bytes()) {
      throw new FetchFailure(Reach.ATTEMPT, brokeOff(uri, bytes));
    }
  }

  private FetchFailure wrongSize(URI uri, String found) {
    return new FetchFailure(
        Reach.HOME, uri + ": expected " + file.bytes() + " bytes, found " + found);
  }

  private static InputStream body(URI uri, Answer answer) throws FetchFailure {
    try {
      return answer.body();
    } catch (IOException e) {
      throw new FetchFailure(Reach.ATTEMPT, uri + " sent no body: " + FetchFailure.reason(e), e);
    }
  }

  /** JDKs differ in whether a body that is cut short ends or throws; both are reported alike. */
  private int read(URI uri, InputStream in, byte[] buffer, long bytes) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException(uri + ": interrupted; run again to continue");
    }
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new FetchFailure(
          Reach.ATTEMPT, brokeOff(uri, bytes) + ": " + FetchFailure.reason(e), e);
    }
  }

  private String brokeOff(URI uri, long bytes) {
    return uri + " broke off after " + bytes + " of " + file.bytes() + " bytes";
  }
}
