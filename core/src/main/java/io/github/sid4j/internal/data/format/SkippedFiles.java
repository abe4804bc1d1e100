package io.github.sid4j.internal.data.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a walk through a user's folder skips, counted by reason. Not safe for several threads. */
public final class SkippedFiles {
  private static final int SHOWN = 3;
  private static final int ENDINGS = 8;
  private static final int LONGEST_ENDING = 10;

  /** Why an entry is skipped. */
  public enum Reason {
    /** Its name begins with a dot, or an operating system keeps it for itself. */
    HIDDEN("hidden or system entry", "hidden or system entries", false),
    /** An image beside the folders of the classes, which belongs to no class. */
    LOOSE("image outside the class folders", "images outside the class folders", true),
    /** Neither an image nor another folder is in it. */
    EMPTY("folder without images", "folders without images", false),
    /** A folder beside those that are read. */
    BESIDE("folder beside the parts", "folders beside the parts", true),
    /** A link that leads to a folder that it is in. */
    LOOP("link to a folder above it", "links to folders above them", true),
    /** A folder that the same walk has read by another way. */
    AGAIN("folder that a link has shown already", "folders that links have shown already", true),
    /** A link that leads nowhere. */
    BROKEN("broken link", "broken links", true),
    /** Nothing that can be read like a file. */
    SPECIAL("pipe, socket or device", "pipes, sockets or devices", true);

    private final String one;
    private final String many;
    private final boolean warned;

    Reason(String one, String many, boolean warned) {
      this.one = one;
      this.many = many;
      this.warned = warned;
    }
  }

  private final Path root;
  private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
  private final Map<Reason, List<String>> names = new EnumMap<>(Reason.class);
  private final SortedMap<String, Integer> endings = new TreeMap<>();
  private final Map<ForeignFormat, List<String>> foreign = new LinkedHashMap<>();

  /**
   * Begins without any.
   *
   * @param root the folder that names are shown relative to
   */
  public SkippedFiles(Path root) {
    this.root = root;
  }

  /** The folder that names are shown relative to. */
  Path root() {
    return root;
  }

  /**
   * Counts an entry.
   *
   * @param reason why it is skipped
   * @param entry below the root
   */
  public void add(Reason reason, Path entry) {
    counts.merge(reason, 1, Integer::sum);
    List<String> shown = names.computeIfAbsent(reason, none -> new ArrayList<>());
    if (shown.size() < SHOWN) {
      shown.add(root.relativize(entry).toString());
    }
  }

  /** Counts a file as the picture that it holds, or else by how its name ends. */
  void addOther(Path file) {
    Optional<ForeignFormat> picture = ForeignFormat.ofPicture(file);
    if (picture.isPresent()) {
      foreign
          .computeIfAbsent(picture.get(), none -> new ArrayList<>())
          .add(root.relativize(file).toString());
      return;
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    boolean usual = dot > 0 && dot < name.length() - 1 && name.length() - dot <= LONGEST_ENDING;
    endings.merge(usual ? name.substring(dot).toLowerCase(Locale.ROOT) : "other", 1, Integer::sum);
  }

  /**
   * All that was skipped.
   *
   * @return for example {@code 2 .txt files, 1 broken link (cat/1.png)}; empty if nothing was
   */
  public String text() {
    return Stream.of(endings(), reasons(reason -> true), pictures())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /**
   * What was skipped though it may have been meant to be read.
   *
   * @return as {@link #text}; empty if nothing was
   */
  public String warning() {
    return Stream.of(reasons(reason -> reason.warned), pictures())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Pictures of formats that are not read, with what to do. */
  private String pictures() {
    return foreign.entrySet().stream()
        .map(
            entry ->
                "%s (%s), each %s: %s"
                    .formatted(
                        entry.getValue().size() == 1
                            ? "1 picture"
                            : entry.getValue().size() + " pictures",
                        shown(entry.getValue(), entry.getValue().size()),
                        entry.getKey().name(),
                        entry.getKey().remedy()))
        .collect(Collectors.joining(", "));
  }

  private static String shown(List<String> names, int count) {
    List<String> few = names.subList(0, Math.min(SHOWN, names.size()));
    return String.join(", ", few) + (few.size() < count ? ", ..." : "");
  }

  private String reasons(Predicate<Reason> which) {
    return counts.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .map(entry -> counted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String counted(Reason reason, int count) {
    return "%s %s (%s)"
        .formatted(
            count,
            count == 1 ? reason.one : reason.many,
            shown(names.getOrDefault(reason, List.of()), count));
  }

  /** The most frequent endings, each with its count. */
  private String endings() {
    List<Map.Entry<String, Integer>> most =
        endings.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .toList();
    int rest = most.stream().skip(ENDINGS).mapToInt(Map.Entry::getValue).sum();
    return Stream.concat(
            most.stream()
                .limit(ENDINGS)
                .map(
                    entry ->
                        entry.getValue()
                            + " "
                            + entry.getKey()
                            + (entry.getValue() == 1 ? " file" : " files")),
            rest == 0 ? Stream.empty() : Stream.of(rest + " files with other endings"))
        .collect(Collectors.joining(", "));
  }
}
