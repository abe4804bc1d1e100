package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A disk that remembers in memory what is on the medium, apart from what programs see. A power cut
 * drops what was not forced: contents of files become empty, cut off or zeros, and of the names
 * that were given, moved and removed in a folder any part is lost, in any order. A single rename is
 * atomic, and operations on the same name keep their order, as on journaling file systems.
 */
final class LossyDisk implements Disk {
  /** Stands for the end of the process. */
  static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A name that changes: {@code after} is null where it is removed. */
  private record Change(String name, Node after) {}

  /** A file or folder, whatever its names. */
  private static final class Node {
    final boolean folder;
    byte[] forced = {};
    final Map<String, Node> forcedNames = new TreeMap<>();

    /** Each entry is one atomic operation on the names in this folder. */
    final List<List<Change>> pending = new ArrayList<>();

    Node(boolean folder) {
      this.folder = folder;
    }
  }

  private final Disk real = new LocalDisk(false);
  private final Path root;
  private final SplittableRandom random;
  private final Map<Path, Node> nodes = new HashMap<>();
  private int operationsLeft;

  /**
   * Takes a folder and everything in it as forced.
   *
   * @param operations that succeed before the power is cut
   * @param seed decides what is lost
   */
  LossyDisk(Path root, int operations, long seed) throws IOException {
    this.root = root;
    this.operationsLeft = operations;
    this.random = new SplittableRandom(seed);
    for (Path path : tree(root)) {
      force(path, node(path));
    }
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    step();
    OutputStream out = real.create(file);
    change(file, new Change(name(file), node(file)));
    return out;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
    real.createFolder(folder);
    change(folder, new Change(name(folder), node(folder)));
  }

  @Override
  public void force(Path path) throws IOException {
    step();
    force(path, node(path));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step();
    Node moved = node(from);
    real.rename(from, to);
    for (Path path : List.copyOf(nodes.keySet())) {
      if (path.startsWith(from)) {
        nodes.put(to.resolve(from.relativize(path)), nodes.remove(path));
      }
    }
    change(to, new Change(name(from), null), new Change(name(to), moved));
  }

  @Override
  public void delete(Path path) throws IOException {
    step();
    real.delete(path);
    nodes.remove(path);
    change(path, new Change(name(path), null));
  }

  /** Cuts the power: the folder is left with what a restarted machine finds. */
  void cut() throws IOException {
    Map<Node, byte[]> contents = new HashMap<>();
    for (Path path : tree(root)) {
      if (Files.isRegularFile(path)) {
        contents.put(node(path), Files.readAllBytes(path));
      }
    }
    Node top = node(root);
    for (Path path : tree(root).stream().sorted((a, b) -> b.compareTo(a)).toList()) {
      if (!path.equals(root)) {
        Files.delete(path);
      }
    }
    restore(root, top, contents);
  }

  private void restore(Path folder, Node node, Map<Node, byte[]> contents) throws IOException {
    Map<String, Node> names = new TreeMap<>(node.forcedNames);
    Set<String> lost = new HashSet<>();
    for (List<Change> operation : node.pending) {
      boolean kept =
          operation.stream().noneMatch(change -> lost.contains(change.name()))
              && random.nextBoolean();
      for (Change change : operation) {
        if (!kept) {
          lost.add(change.name());
        } else if (change.after() == null) {
          names.remove(change.name());
        } else {
          names.put(change.name(), change.after());
        }
      }
    }
    for (Map.Entry<String, Node> entry : names.entrySet()) {
      Path path = folder.resolve(entry.getKey());
      if (entry.getValue().folder) {
        Files.createDirectory(path);
        restore(path, entry.getValue(), contents);
      } else {
        Files.write(path, torn(entry.getValue(), contents.get(entry.getValue())));
      }
    }
  }

  private byte[] torn(Node file, byte[] now) {
    if (now == null || Arrays.equals(file.forced, now)) {
      return file.forced;
    }
    return switch (random.nextInt(4)) {
      case 0 -> file.forced;
      case 1 -> new byte[now.length];
      case 2 -> Arrays.copyOf(now, random.nextInt(now.length + 1));
      default -> now;
    };
  }

  private void force(Path path, Node node) throws IOException {
    if (!node.folder) {
      node.forced = Files.readAllBytes(path);
      return;
    }
    node.pending.clear();
    node.forcedNames.clear();
    try (Stream<Path> entries = Files.list(path)) {
      entries.forEach(entry -> node.forcedNames.put(name(entry), node(entry)));
    }
  }

  private Node node(Path path) {
    return nodes.computeIfAbsent(
        path, p -> new Node(Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)));
  }

  private void change(Path path, Change... operation) {
    node(path.getParent()).pending.add(List.of(operation));
  }

  private void step() throws IOException {
    if (operationsLeft == 0) {
      throw new PowerCut();
    }
    operationsLeft--;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static List<Path> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.toList();
    }
  }
}
