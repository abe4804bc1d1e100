package io.github.sid4j.internal.export.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.engine.NativeLibraryException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** ONNX Runtime in this process. */
public final class OrtRuntime {
  private OrtRuntime() {}

  private static final class Loaded {
    /** Whether {@link #ENVIRONMENT} has our pool; a program may have loaded ONNX Runtime before. */
    static final boolean SHARED_POOL = start();

    static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    /** One pool for all sessions: with a pool of its own each, they compete for the cores. */
    private static boolean start() {
      try (OrtEnvironment.ThreadingOptions threads = new OrtEnvironment.ThreadingOptions()) {
        threads.setGlobalIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
        threads.setGlobalInterOpNumThreads(1);
        // Threads that spin take the cores of whatever else computes.
        threads.setGlobalSpinControl(false);
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "sid4j", threads);
        return true;
      } catch (IllegalStateException e) {
        return false;
      } catch (OrtException e) {
        throw new NativeLibraryException("ONNX Runtime does not start: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Loads it, once.
   *
   * @return the environment of this process
   * @throws NativeLibraryException if it cannot be loaded, with what to do
   */
  public static OrtEnvironment environment() {
    try {
      return Loaded.ENVIRONMENT;
    } catch (LinkageError e) {
      throw failure(e);
    }
  }

  /**
   * Options of a session.
   *
   * @param threads of one call: 1 is the calling thread alone, more are those of the shared pool
   * @return to be closed
   * @throws OrtException if ONNX Runtime refuses them
   */
  public static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    if (threads > 1 && Loaded.SHARED_POOL) {
      options.disablePerSessionThreads();
    } else {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
    }
    return options;
  }

  /**
   * What a graph of a cascade reads.
   *
   * @param values of all examples, one after the other
   * @param ofTokens whether they are ids of tokens, which graphs read as whole numbers
   * @param shape of the tensor
   * @return to be closed
   * @throws OrtException if the shape has another number of values
   */
  public static OnnxTensor input(float[] values, boolean ofTokens, long... shape)
      throws OrtException {
    if (!ofTokens) {
      return OnnxTensor.createTensor(environment(), FloatBuffer.wrap(values), shape);
    }
    LongBuffer ids = LongBuffer.allocate(values.length);
    for (float id : values) {
      ids.put((long) id);
    }
    return OnnxTensor.createTensor(environment(), ids.flip(), shape);
  }

  private static NativeLibraryException failure(LinkageError e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    if (String.valueOf(last.getMessage()).contains("java.library.path")) {
      return new NativeLibraryException(
          "ONNX Runtime, which checks every export, has no library for this platform; export on"
              + " another one",
          e);
    }
    return new NativeLibraryException(
        "ONNX Runtime cannot be unpacked into or loaded from %s: %s; start the JVM with"
                .formatted(System.getProperty("java.io.tmpdir"), last.getMessage())
            + " -Djava.io.tmpdir=DIR, for sid by JAVA_TOOL_OPTIONS, where DIR is a folder that can"
            + " be written to and run from",
        e);
  }
}
