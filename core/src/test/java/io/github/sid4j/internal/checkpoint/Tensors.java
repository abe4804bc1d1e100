package io.github.sid4j.internal.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tensors for tests. */
final class Tensors {
  private Tensors() {}

  static StoredTensor of(ElementType type, long seed, long... shape) {
    byte[] data = new byte[(int) type.bytesOf(shape)];
    new Random(seed).nextBytes(data);
    return new StoredTensor(type, shape, data);
  }

  static Map<String, StoredTensor> small() {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    tensors.put("module.1.weight", of(ElementType.F32, 1, 2, 3));
    tensors.put("steps", of(ElementType.I64, 2));
    tensors.put("mask", of(ElementType.BOOL, 3, 5));
    return tensors;
  }

  static Arbitrary<Map<String, StoredTensor>> any() {
    Arbitrary<long[]> shapes =
        Arbitraries.longs().between(0, 5).array(long[].class).ofMinSize(0).ofMaxSize(4);
    Arbitrary<StoredTensor> tensors =
        Combinators.combine(Arbitraries.of(ElementType.class), Arbitraries.longs(), shapes)
            .as(Tensors::of);
    return Arbitraries.maps(text(), tensors).ofMaxSize(6);
  }

  static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withCharRange(' ', 'ÿ')
        .withChars("\"\\\n\u0000\u4e2d")
        .ofMaxLength(12)
        .filter(name -> !name.equals(Safetensors.METADATA));
  }
}
