package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Samples of several inputs, of which each may be missing. */
final class MultimodalExamples extends EncodedExamples {
  private final MultimodalEncoding encoding;
  private final List<Part> parts;

  /**
   * What there is of a input.
   *
   * @param present of the samples that have it
   * @param places for each sample its place among these, -1 where it lacks the input
   */
  // Two are never compared, so the identity of the array does no harm.
  @SuppressWarnings("ArrayRecordComponent")
  record Part(Examples present, int[] places) {}

  /**
   * Samples.
   *
   * @param labels for each its class
   * @param encoding of all inputs
   * @param parts one for each input
   * @param ids by what a person finds the sample at a place
   */
  MultimodalExamples(
      int[] labels, MultimodalEncoding encoding, List<Part> parts, IntFunction<SampleId> ids) {
    super(labels, encoding, ids);
    this.encoding = encoding;
    this.parts = List.copyOf(parts);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    int at = offset;
    for (int f = 0; f < parts.size(); f++) {
      Part part = parts.get(f);
      int place = part.places[index];
      MultimodalEncoding.Input input = encoding.inputs().get(f);
      into[at] = place < 0 ? 0 : 1;
      if (place < 0) {
        input.writeAbsent(into, at + 1);
      } else {
        part.present.read(place, into, at + 1);
      }
      at += 1 + input.width();
    }
  }

  /** Of the first input that has one. */
  @Override
  public Optional<byte[]> png(int index) {
    return parts.stream()
        .filter(part -> part.places[index] >= 0)
        .flatMap(part -> part.present.png(part.places[index]).stream())
        .findFirst();
  }

  /** Of all inputs that have one. */
  @Override
  public Optional<String> excerpt(int index) {
    String all =
        parts.stream()
            .filter(part -> part.places[index] >= 0)
            .flatMap(part -> part.present.excerpt(part.places[index]).stream())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? Optional.empty() : Optional.of(Excerpt.of(all));
  }
}
