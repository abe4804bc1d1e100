package io.github.sid4j.examples.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.github.sid4j.error.InputException;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Answers {@code POST /predictions}. Safe for several threads. */
final class PredictionHandler {
  static final int OK = 200;
  static final int BAD = 400;
  static final int NO_SUCH_PAGE = 404;
  static final int NO_SUCH_METHOD = 405;
  static final int TOO_LARGE = 413;
  static final int BUSY = 503;

  private static final int TOP = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Classifier classifier;
  private final ServingLimits limits;
  private final Semaphore admitted;
  private final Semaphore computing;

  PredictionHandler(Classifier classifier, ServingLimits limits) {
    this.classifier = classifier;
    this.limits = limits;
    this.admitted = new Semaphore(limits.computing() + limits.waiting());
    this.computing = new Semaphore(limits.computing(), true);
  }

  JsonAnswer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/predictions")) {
      return JsonAnswer.refused(NO_SUCH_PAGE, "expected /predictions or /ping");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return JsonAnswer.refused(
          NO_SUCH_METHOD, "expected POST, found " + exchange.getRequestMethod());
    }
    if (!admitted.tryAcquire()) {
      return JsonAnswer.refused(BUSY, "too many requests wait; try again");
    }
    try {
      byte[] body = exchange.getRequestBody().readNBytes(limits.bytes() + 1);
      if (body.length > limits.bytes()) {
        return JsonAnswer.refused(TOO_LARGE, "expected at most " + limits.bytes() + " bytes");
      }
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      return predict(body, type != null && type.startsWith("application/json"));
    } finally {
      admitted.release();
    }
  }

  private JsonAnswer predict(byte[] body, boolean json) throws IOException {
    computing.acquireUninterruptibly();
    try {
      Prediction prediction =
          json
              ? classifier.classify(numbers(body))
              : classifier.classify(new ByteArrayInputStream(body), "the body");
      return JsonAnswer.of(OK, new Predicted(prediction.top(TOP), prediction.depth()));
    } catch (InputException e) {
      return JsonAnswer.refused(BAD, e.getMessage());
    } catch (JsonProcessingException e) {
      return JsonAnswer.refused(
          BAD, "expected a list of numbers as JSON: " + e.getOriginalMessage());
    } finally {
      computing.release();
    }
  }

  /**
   * The body of an answer.
   *
   * @param classes the most probable ones
   * @param modules that were computed
   */
  private record Predicted(List<Prediction.Ranked> classes, int modules) {}

  private static float[] numbers(byte[] body) throws IOException {
    float[] numbers = JSON.readValue(body, float[].class);
    return numbers == null ? new float[0] : numbers;
  }
}
