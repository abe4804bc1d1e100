package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DataDigest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A dataset whose parts a program has prepared. */
record PreparedDataset(String name, List<String> classNames, Splits parts) implements Dataset {
  PreparedDataset {
    classNames = List.copyOf(classNames);
    if (parts.train().size() == 0) {
      throw new InputException(name, "at least one example to train on", "none", "give some");
    }
    check(name, parts.train(), parts.validation(), classNames.size());
    check(name, parts.train(), parts.test(), classNames.size());
    check(name, parts.train(), parts.train(), classNames.size());
  }

  private static void check(String name, Examples train, Examples part, int classes) {
    if (part.size() > 0 && !Arrays.equals(part.shape(), train.shape())) {
      throw new InputException(
          name,
          "parts of one shape, " + Arrays.toString(train.shape()),
          Arrays.toString(part.shape()),
          "prepare all parts alike");
    }
    for (int i = 0; i < part.size(); i++) {
      if (part.label(i) < 0 || part.label(i) >= classes) {
        throw new InputException(
            name + " example " + i,
            "a class from 0 to " + (classes - 1),
            Integer.toString(part.label(i)),
            "correct it or name more classes");
      }
    }
  }

  @Override
  public Splits split(double validationFraction, long seed) {
    return parts;
  }

  @Override
  public String sha256() {
    MessageDigest digest = DataDigest.sha256();
    for (Examples part : List.of(parts.train(), parts.validation(), parts.test())) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.size()).array());
      for (int i = 0; i < part.size(); i++) {
        digest.update(bytes(part.label(i), part.values(i)));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(int label, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + values.length * Float.BYTES);
    bytes.putInt(label);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
