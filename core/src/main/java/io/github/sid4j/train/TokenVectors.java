package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.text.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gives the words of a cascade for texts the vectors of a file. */
final class TokenVectors {
  private static final String EMBEDDING = "embed.weight";

  private TokenVectors() {}

  /**
   * Overwrites the vectors of the words that are in the file; the others keep theirs.
   *
   * @param examples that the cascade reads
   * @return how many words there are, to be shown
   * @throws InputException if the cascade reads no words, or the vectors have another width
   * @throws IOException if the file cannot be read
   */
  static DataFact into(Cascade cascade, Examples examples, Path file) throws IOException {
    Map<String, Integer> words =
        examples
            .encoding()
            .flatMap(InputEncoding::texts)
            .map(texts -> texts.words())
            .orElse(Map.of());
    List<Tensor> embeddings =
        cascade.state().byName().entrySet().stream()
            .filter(one -> ("." + one.getKey()).endsWith("." + EMBEDDING))
            .map(Map.Entry::getValue)
            .toList();
    if (words.isEmpty() || embeddings.isEmpty()) {
      throw InputException.ofSetting(
          "embeddings",
          "texts whose tokens are words, and a network for texts",
          words.isEmpty() ? "other tokens, or no texts" : "another network",
          "set tokenizer to words and network to text-cnn, or leave embeddings out");
    }
    int width = Math.toIntExact(embeddings.get(0).shape()[1]);
    Map<Integer, float[]> vectors = WordVectors.read(file, words, width);
    for (Tensor embedding : embeddings) {
      write(vectors, embedding);
    }
    return new DataFact(
        "vectors",
        "of %s of %s words from %s; the others are drawn"
            .formatted(vectors.size(), words.size(), file.getFileName()));
  }

  private static void write(Map<Integer, float[]> vectors, Tensor embedding) {
    if (vectors.isEmpty()) {
      return;
    }
    int width = Math.toIntExact(embedding.shape()[1]);
    float[] values = new float[vectors.size() * width];
    int at = 0;
    for (float[] vector : vectors.values()) {
      System.arraycopy(vector, 0, values, at, width);
      at += width;
    }
    long[] places = ids(vectors.keySet());
    try (Scope writing = Scope.open()) {
      Tensor rows = embedding.factory().of(values, places.length, width).to(embedding.type());
      embedding.inPlace().copyRows(rows, places);
    }
  }

  private static long[] ids(Collection<Integer> ids) {
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }
}
