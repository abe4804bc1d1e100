package io.github.sid4j.internal.export.ort;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.internal.export.runtime.OrtRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sessions that are opened when they are first needed. Safe for several threads. */
final class Sessions implements AutoCloseable {
  private final OrtEnvironment environment;
  private final int threads;
  private final Supplier<List<byte[]>> models;
  private final List<OrtSession> opened = new ArrayList<>();

  Sessions(OrtEnvironment environment, int threads, Supplier<List<byte[]>> models) {
    this.environment = environment;
    this.threads = threads;
    this.models = models;
  }

  /** One for each model. */
  synchronized List<OrtSession> all() throws OrtException {
    if (opened.isEmpty()) {
      try (OrtSession.SessionOptions options = OrtRuntime.options(threads)) {
        for (byte[] model : models.get()) {
          opened.add(environment.createSession(model, options));
        }
      } catch (OrtException e) {
        close();
        throw e;
      }
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    try {
      for (OrtSession session : opened) {
        session.close();
      }
    } catch (OrtException e) {
      throw new OrtFailure(e);
    } finally {
      opened.clear();
    }
  }
}
