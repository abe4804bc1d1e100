package io.github.sid4j.cli;

import io.github.sid4j.internal.model.KnownWeights;
import io.github.sid4j.model.PhotoNetwork;
import java.util.Arrays;
import java.util.List;

/**
 * The networks for photos, as {@code sid models --json} prints them.
 *
 * @param models one for each network
 */
record ModelList(List<KnownModel> models) {
  /** Side of the photos that costs are stated for. */
  static final int SIZE = 224;

  private static final int CLASSES = 1000;

  /**
   * A network.
   *
   * @param network a word of {@code network}
   * @param parameters with a classifier of 1,000 classes
   * @param multiplications of one photo, with that classifier
   * @param size side of the photo in pixels
   * @param weights that others published for it, the assumed ones first
   */
  record KnownModel(
      String network,
      long parameters,
      long multiplications,
      int size,
      List<PublishedWeights> weights) {}

  /**
   * Weights.
   *
   * @param name for {@code pretrained-config}
   * @param source for {@code pretrained}
   * @param licence its SPDX name in lower case
   * @param preparation of photos
   */
  record PublishedWeights(String name, String source, String licence, String preparation) {}

  /** All that are known. */
  static ModelList all() {
    return new ModelList(Arrays.stream(PhotoNetwork.values()).map(ModelList::of).toList());
  }

  private static KnownModel of(PhotoNetwork network) {
    return new KnownModel(
        network.wireName(),
        network.parameters(SIZE, CLASSES),
        network.multiplications(SIZE, CLASSES),
        SIZE,
        KnownWeights.of(network).stream().map(ModelList::of).toList());
  }

  private static PublishedWeights of(KnownWeights weights) {
    return new PublishedWeights(
        weights.wireName(), weights.source(), weights.licence(), weights.preparation().toString());
  }
}
