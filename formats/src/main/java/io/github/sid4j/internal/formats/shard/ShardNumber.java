package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.ShardFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the name of a shard says, such as {@code train-00002-of-00005} or {@code train-000017}.
 *
 * @param base the name before the number
 * @param number of the shard; -1 without one
 * @param count how many shards there are; -1 if the name does not say
 * @param digits how many digits the number has
 */
record ShardNumber(String base, int number, int count, int digits) {
  private static final Pattern COUNTED =
      Pattern.compile("(.*?)[-_.]?([0-9]{1,9})-of-([0-9]{1,9})(?:-[0-9a-f]+)?");
  private static final Pattern NUMBERED = Pattern.compile("(.*?)[-_.]([0-9]{1,9})");

  static ShardNumber of(Path file) {
    String stem = ShardFormat.stem(file);
    Matcher counted = COUNTED.matcher(stem);
    if (counted.matches()) {
      return new ShardNumber(
          counted.group(1),
          Integer.parseInt(counted.group(2)),
          Integer.parseInt(counted.group(3)),
          counted.group(2).length());
    }
    Matcher numbered = NUMBERED.matcher(stem);
    return numbered.matches()
        ? new ShardNumber(
            numbered.group(1), Integer.parseInt(numbered.group(2)), -1, numbered.group(2).length())
        : new ShardNumber(stem, -1, -1, 0);
  }

  /** The part that the name has as a whole, or as the only one of its words. */
  Optional<PartName> part() {
    Optional<PartName> whole = PartName.of(base);
    if (whole.isPresent()) {
      return whole;
    }
    List<PartName> words =
        Stream.of(base.split("[-_.]")).map(PartName::of).flatMap(Optional::stream).toList();
    return words.size() == 1 ? Optional.of(words.get(0)) : Optional.empty();
  }

  /** Finds the numbers that are missing between those of files of one part. */
  static void checkWhole(List<Path> files, Damages damages) {
    Map<Path, TreeMap<Integer, ShardNumber>> rows = new LinkedHashMap<>();
    for (Path file : files) {
      ShardNumber shard = of(file);
      Path parent = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
      if (shard.number >= 0) {
        rows.computeIfAbsent(parent.resolve(shard.base), none -> new TreeMap<>())
            .put(shard.number, shard);
      }
    }
    rows.forEach((base, row) -> check(base, row, damages));
  }

  private static void check(Path base, TreeMap<Integer, ShardNumber> row, Damages damages) {
    ShardNumber one = row.firstEntry().getValue();
    // A name may claim any number: only as many as there are files, and one more, are looked at.
    int first = one.count >= 0 ? 0 : row.firstKey();
    int last = one.count >= 0 ? one.count - 1 : row.lastKey();
    int expected = first;
    for (int number : row.keySet()) {
      if (number != expected) {
        damages.shard(missing(base, one, expected));
      }
      expected = number + 1;
    }
    if (expected <= last) {
      damages.shard(missing(base, one, expected));
    }
  }

  private static InputException missing(Path base, ShardNumber one, int number) {
    String of = one.count < 0 ? "" : "-of-" + one.padded(one.count);
    return Damage.of(
        base + "-" + one.padded(number) + of,
        "a shard between those that are there",
        "none by that number");
  }

  private String padded(int value) {
    String text = Integer.toString(value);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
