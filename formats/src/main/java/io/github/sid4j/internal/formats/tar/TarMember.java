package io.github.sid4j.internal.formats.tar;

import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.formats.shard.Damage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A member of a sample.
 *
 * @param key the path up to the first dot of its last part
 * @param kind what follows that dot, in lower case
 */
record TarMember(String key, String kind) {
  private static final int LONGEST = 1024;

  /**
   * Reads the name of a member. Nothing is written under it, but it names samples in messages and
   * lists.
   */
  static TarMember of(Path file, String name) {
    String path = name.startsWith("./") ? name.substring(2) : name;
    boolean outside =
        path.startsWith("/")
            || path.contains("\\")
            || Arrays.asList(path.split("/")).contains("..");
    if (outside || path.length() > LONGEST || path.chars().anyMatch(c -> c < ' ')) {
      throw Damage.of(
          file.toString(),
          "names of members inside the shard",
          "the name " + CellText.quoted(name));
    }
    int slash = path.lastIndexOf('/');
    int dot = path.indexOf('.', slash + 1);
    return dot < 0
        ? new TarMember(path, "")
        : new TarMember(path.substring(0, dot), path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  boolean isImage() {
    return ImageFile.isNamedLikeOne(Path.of("x." + kind.replace('/', '.')));
  }

  boolean isClass() {
    return kind.equals("cls");
  }

  boolean isJson() {
    return kind.equals("json");
  }
}
