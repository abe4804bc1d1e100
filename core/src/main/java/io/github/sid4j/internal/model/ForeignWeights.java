package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Files of weights that are programs: PyTorch's own, which a reader would have to run. */
final class ForeignWeights {
  private static final int PICKLE = 0x80;
  private static final String ENDINGS = ".*\\.(pth|pt|bin|pkl|pickle|ckpt|tar)";

  private ForeignWeights() {}

  /**
   * Refuses such a file, by its content or else its name.
   *
   * @throws InputException with the line of Python that converts it
   */
  static void refuse(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(), "a file of safetensors", "none", "correct the path");
    }
    byte[] begin;
    try (InputStream in = Files.newInputStream(file)) {
      begin = in.readNBytes(2);
    }
    boolean zip = begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
    // A pickle begins with its version, a small number; safetensors with a length, small ones too.
    boolean pickle =
        begin.length == 2 && (begin[0] & 0xFF) == PICKLE && begin[1] >= 2 && begin[1] <= 5;
    boolean named = file.getFileName().toString().toLowerCase(Locale.ROOT).matches(ENDINGS);
    if (zip || named || (pickle && !file.toString().endsWith(".safetensors"))) {
      throw new InputException(
          file.toString(),
          "a file of safetensors",
          "one of PyTorch, which is a program",
          "if you trust it, convert it by " + conversion(file));
    }
  }

  private static String conversion(Path file) {
    String from = file.toString().replace("\\", "/").replace("'", "\\'");
    String to = from.replaceFirst("\\.[^./]*$", "") + ".safetensors";
    return "python -c \"import torch, safetensors.torch as s;"
        + " d = torch.load('%s', map_location='cpu', weights_only=True);".formatted(from)
        + " d = d.get('state_dict', d);"
        + " s.save_file({k: v.contiguous() for k, v in d.items()}, '%s')\"".formatted(to);
  }
}
