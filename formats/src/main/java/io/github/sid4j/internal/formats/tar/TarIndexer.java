package io.github.sid4j.internal.formats.tar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.formats.shard.Damage;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.LabelTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * Goes through the headers of a tar file once. Members whose names agree up to the first dot are a
 * sample; they follow each other. Not safe for several threads.
 */
public final class TarIndexer {
  private static final int MOST_IMAGE_BYTES = 130 << 20;
  private static final int MOST_TEXT_BYTES = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final String labelField;
  private final LabelTexts texts;
  private final Damages damages;
  private final List<TarSample> samples = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private String key = "";
  private TarSample image;
  private String label;

  private TarIndexer(Path file, String labelField, LabelTexts texts, Damages damages) {
    this.file = file;
    this.labelField = labelField;
    this.texts = texts;
    this.damages = damages;
  }

  /**
   * Makes the index of a shard.
   *
   * @param labelField of {@code .json} members, where samples have no {@code .cls}
   * @param damages gets samples without image or class
   * @throws InputException if the file is no whole tar file
   * @throws IOException if it cannot be read
   */
  public static TarImages of(Path file, String labelField, LabelTexts texts, Damages damages)
      throws IOException {
    return new TarIndexer(file, labelField, texts, damages).index();
  }

  private TarImages index() throws IOException {
    try (TarFile tar = new TarFile(file)) {
      long length = Files.size(file);
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (entry.isFile()) {
          add(tar, entry, length);
        }
      }
      end();
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Damage.of(file.toString(), "a whole tar file that is not compressed", e);
    }
    return new TarImages(file, samples, labels.stream().mapToInt(Integer::intValue).toArray());
  }

  private void add(TarFile tar, TarArchiveEntry entry, long length) throws IOException {
    TarMember member = TarMember.of(file, entry.getName());
    if (!member.key().equals(key)) {
      end();
      key = member.key();
      if (!keys.add(key)) {
        throw Damage.of(where(), "all members of a sample one behind the other", "others between");
      }
    }
    long offset = entry.getDataOffset();
    long most = member.isImage() ? MOST_IMAGE_BYTES : MOST_TEXT_BYTES;
    if (member.isImage() || member.isClass() || member.isJson()) {
      if (entry.isSparse() || entry.getSize() > most || offset + entry.getSize() > length) {
        throw Damage.of(
            where() + "." + member.kind(),
            "at most %s bytes inside the file's %s".formatted(most, length),
            "%s from byte %s".formatted(entry.getSize(), offset));
      }
    }
    if (member.isImage()) {
      if (image != null) {
        throw Damage.of(where(), "one image", "two");
      }
      image = new TarSample(key, offset, (int) entry.getSize());
    } else if (member.isClass()) {
      label = text(tar, entry).strip();
    } else if (member.isJson() && label == null) {
      label = labelOf(text(tar, entry));
    }
  }

  private String where() {
    return file + ":" + key;
  }

  private static String text(TarFile tar, TarArchiveEntry entry) throws IOException {
    try (InputStream in = tar.getInputStream(entry)) {
      return new String(in.readNBytes(MOST_TEXT_BYTES), StandardCharsets.UTF_8);
    }
  }

  /** The field of the class; null where there is none. */
  private String labelOf(String json) {
    try {
      JsonNode value = JSON.readTree(json).path(labelField);
      return value.isValueNode() && !value.isNull() ? value.asText() : null;
    } catch (JsonProcessingException e) {
      damages.sample(Damage.of(where() + ".json", "JSON", e));
      return null;
    }
  }

  /** Ends a sample. */
  private void end() {
    if (image != null) {
      samples.add(image);
      boolean none = label == null || label.isEmpty();
      labels.add(none ? -1 : texts.number(label, where()));
    } else if (label != null) {
      damages.sample(Damage.of(where(), "an image next to the class", "none"));
    }
    image = null;
    label = null;
  }
}
