package io.github.sid4j.internal.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Map;

/** What workers say: one line of JSON each. */
final class WorkerProtocol {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private WorkerProtocol() {}

  /**
   * A worker can take steps now.
   *
   * @param ready always true
   * @param name what it calls itself
   * @param version of its tensor library
   * @param parameters numbers that are trained
   */
  record Ready(boolean ready, String name, String version, long parameters) {}

  /**
   * The operations of a step were counted.
   *
   * @param stepFlops of them
   */
  record Operations(long stepFlops) {}

  /**
   * Steps were taken.
   *
   * @param seconds of each, or of the mean of them where several are under way at once
   */
  record Steps(List<Double> seconds) {}

  /**
   * Stages were timed, one after the other on one thread.
   *
   * @param forward seconds by step and stage
   * @param backward the same of belief, loss, measure and gradients
   * @param update the same of the optimizer
   */
  record Stages(
      List<List<Double>> forward, List<List<Double>> backward, List<List<Double>> update) {}

  /**
   * Steps were looked into.
   *
   * @param parts mean seconds by part; empty for workers that do not measure them
   */
  record Profile(Map<String, Double> parts) {}

  /**
   * Memory was watched during steps; what is not known is {@code null}.
   *
   * @param peakRssBytes of the process
   * @param baselineRssBytes of the process before the network was made
   * @param weightsBytes of the parameters
   * @param optimizerBytes of the optimizers' state
   * @param gradientBytes of the parameters' gradients that are there at once
   * @param peakTensorBytes of native memory in use beyond that before the network was made
   */
  record Memory(
      Long peakRssBytes,
      Long baselineRssBytes,
      Long weightsBytes,
      Long optimizerBytes,
      Long gradientBytes,
      Long peakTensorBytes) {}

  /**
   * What the machine can do.
   *
   * @param fp32FlopsPerSecond of matrix products, each
   * @param bf16FlopsPerSecond of matrix products, each
   * @param copyBytesPerSecond read and written, each
   */
  record Ceiling(
      List<Double> fp32FlopsPerSecond,
      List<Double> bf16FlopsPerSecond,
      List<Double> copyBytesPerSecond) {}

  /**
   * It cannot continue.
   *
   * @param error in a line
   * @param badInput whether what it was asked to compute cannot be
   */
  record Failed(String error, boolean badInput) {}

  static String line(Record answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON form of " + answer, e);
    }
  }

  /**
   * Reads an answer.
   *
   * @throws WorkerException if it is an error, or no answer of that type
   * @throws InputException if it is an error of the workload
   */
  static <T extends Record> T read(String worker, String line, Class<T> type) {
    try {
      Failed failed = MAPPER.readValue(line, Failed.class);
      if (failed.badInput()) {
        throw InputException.read(failed.error());
      }
      if (failed.error() != null) {
        throw new WorkerException(worker, failed.error());
      }
      return MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new WorkerException(worker, "expected a line of JSON, found " + line);
    }
  }
}
