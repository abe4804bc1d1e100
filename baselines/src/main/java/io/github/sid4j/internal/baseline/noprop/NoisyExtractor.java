package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/**
 * An extractor that hands on, behind its features, the noise that {@link DenoisingModule}s make a
 * label of. It is drawn once for all samples and kept as a buffer, so that what is predicted for a
 * sample depends on nothing but the sample.
 */
public final class NoisyExtractor implements Layer {
  private final Layer plain;
  private final Tensor start;

  /**
   * Puts noise behind an extractor's features.
   *
   * @param plain the extractor, to [B, features]
   * @param classes N
   * @param init draws the noise, standard normal
   */
  public NoisyExtractor(Layer plain, int classes, Initializer init) {
    this.plain = plain;
    this.start = init.normalBuffer(classes);
  }

  /**
   * The extractor.
   *
   * @return to [B, features]
   */
  public Layer plain() {
    return plain;
  }

  /**
   * The noise that inference begins with.
   *
   * @return [N], the same for all samples
   */
  public Tensor start() {
    return start;
  }

  /** To [B, features + N]. */
  @Override
  public Tensor forward(Tensor x) {
    return FeaturesAndState.beginning(plain.forward(x), start).joined();
  }

  @Override
  public Parameters parameters() {
    return plain.parameters();
  }

  @Override
  public Parameters buffers() {
    return plain.buffers().and(Parameters.of(Map.of("start", start)));
  }
}
