package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A row of a table as a model of several inputs reads it, with images that are yet to be read.
 *
 * @param line the line of the file on which it ends, counted from 1
 * @param values prepared for the model, with all images missing; not to be changed
 * @param images the file of each image, by the number of its input
 * @param encoding of the model
 * @param row as it stands in the file
 */
// Of many rows a list of boxed numbers would be all there is in memory.
@SuppressWarnings("ArrayRecordComponent")
public record MultimodalRow(
    long line,
    float[] values,
    Map<Integer, Path> images,
    MultimodalEncoding encoding,
    InputRow row) {
  /** Keeps a copy that cannot be changed. */
  public MultimodalRow {
    images = Map.copyOf(images);
  }

  /** Whether it has none of the inputs. */
  public boolean isEmpty() {
    int[] offsets = encoding.offsets();
    return images.isEmpty() && IntStream.of(offsets).allMatch(offset -> values[offset] == 0);
  }

  /**
   * Reads the images.
   *
   * @param refusals gets a line for each that cannot be read; it stays missing
   * @return the values with them
   */
  public float[] withImages(Consumer<String> refusals) {
    float[] whole = values.clone();
    int[] offsets = encoding.offsets();
    images.forEach(
        (input, file) -> {
          try {
            ImageEncoding image = (ImageEncoding) encoding.inputs().get(input).encoding();
            float[] numbers = image.encode(file);
            whole[offsets[input]] = 1;
            System.arraycopy(numbers, 0, whole, offsets[input] + 1, numbers.length);
          } catch (InputException e) {
            refusals.accept("line %s: %s".formatted(line, e.getMessage()));
          } catch (IOException e) {
            String found = Files.exists(file) ? "one that cannot be read" : "none";
            refusals.accept(
                "line %s: %s: expected an image, found %s; correct the path"
                    .formatted(line, file, found));
          }
        });
    return whole;
  }
}
