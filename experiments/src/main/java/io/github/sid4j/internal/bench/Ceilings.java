package io.github.sid4j.internal.bench;

import java.util.List;
import java.util.function.Function;

/**
 * What the machine could do between the steps, with the same number of threads.
 *
 * @param fp32Gflops 10^9 operations a second in a product of two matrices, of 2048 x 2048 or of the
 *     smallest power of two from 256 on whose product takes 0.1 s
 * @param bf16Gflops the same in bfloat16
 * @param copyGigabytesPerSecond 10^9 bytes read and written by a copy of 128 MiB
 */
public record Ceilings(
    Quartiles fp32Gflops, Quartiles bf16Gflops, Quartiles copyGigabytesPerSecond) {
  /** Operations or bytes in a unit of these. */
  static final double GIGA = 1e9;

  static Ceilings of(List<WorkerProtocol.Ceiling> rounds) {
    return new Ceilings(
        quartiles(rounds, WorkerProtocol.Ceiling::fp32FlopsPerSecond),
        quartiles(rounds, WorkerProtocol.Ceiling::bf16FlopsPerSecond),
        quartiles(rounds, WorkerProtocol.Ceiling::copyBytesPerSecond));
  }

  private static Quartiles quartiles(
      List<WorkerProtocol.Ceiling> rounds, Function<WorkerProtocol.Ceiling, List<Double>> which) {
    return Quartiles.of(
        rounds.stream()
            .flatMap(round -> which.apply(round).stream())
            .mapToDouble(value -> value / GIGA)
            .toArray());
  }

  /** That of a precision. */
  Quartiles gflops(String precision) {
    return precision.equals("bf16") ? bf16Gflops : fp32Gflops;
  }
}
