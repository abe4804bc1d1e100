package io.github.sid4j.internal.bench;

/**
 * The memory of one configuration's steps, in a process of its own with one thread. What is not
 * known is {@code null}.
 *
 * @param name of the configuration
 * @param modules L
 * @param weightsBytes of the parameters
 * @param optimizerBytes of what the optimizers remember
 * @param gradientBytes of the parameters' gradients that are there at once
 * @param restBytes what is left of the peak: activations, the batch, graphs, scratch memory
 * @param peakTensorBytes the most native memory that was in use during steps, beyond what was
 *     before the network was made
 * @param peakRssBytes the most memory of the process that was resident during steps
 * @param baselineRssBytes the same before the network was made
 */
public record MemoryUse(
    String name,
    int modules,
    Long weightsBytes,
    Long optimizerBytes,
    Long gradientBytes,
    Long restBytes,
    Long peakTensorBytes,
    Long peakRssBytes,
    Long baselineRssBytes) {
  static MemoryUse of(String name, int modules, WorkerProtocol.Memory reported) {
    Long rest =
        reported.peakTensorBytes() == null || reported.weightsBytes() == null
            ? null
            : Long.valueOf(
                reported.peakTensorBytes()
                    - reported.weightsBytes()
                    - reported.optimizerBytes()
                    - reported.gradientBytes());
    return new MemoryUse(
        name,
        modules,
        reported.weightsBytes(),
        reported.optimizerBytes(),
        reported.gradientBytes(),
        rest,
        reported.peakTensorBytes(),
        reported.peakRssBytes(),
        reported.baselineRssBytes());
  }
}
