package io.github.sid4j.export;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.model.TensorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what inference needs of a cascade as safetensors, under names and in layouts that
 * PyTorch's users expect. docs/guides/export.md has the names.
 *
 * <p>All methods are safe for several threads.
 */
public final class SafetensorsExport {
  private SafetensorsExport() {}

  /**
   * Writes the file.
   *
   * @param file replaced if it is there; its folder must be there
   * @param cascade with the weights that are to be written, in whatever precision it computes
   * @param network a word of {@code ModelSetting.NETWORK}, by which the names are chosen
   * @param metadata free text by name
   * @return the size of the file in bytes
   * @throws io.github.sid4j.error.InputException as {@link Writers#standard}
   * @throws IOException if it cannot be written
   */
  public static long write(Path file, Cascade cascade, String network, Map<String, String> metadata)
      throws IOException {
    Map<String, String> all = new TreeMap<>(metadata);
    // Libraries of the format's makers ask for it.
    all.put("format", "pt");
    Map<String, Tensor> named = TorchNames.of(cascade.plain(), network, Writers.standard());
    Safetensors.write(file, TensorFiles.contents(named), all);
    return Files.size(file);
  }
}
