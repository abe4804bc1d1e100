package io.github.sid4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A documented training that takes a moment: one epoch, in the precision that is fast everywhere,
 * and with a small network in the place of a large one, unless weights for the large one are read.
 */
final class ShortTraining {
  private static final Set<String> LARGE = Set.of("resnet18", "resnet50", "vgg11");
  private static final Set<String> WIDE = Set.of("auto", "mlp", "simple-cnn");

  private final List<String> words;

  private ShortTraining(List<String> words) {
    this.words = new ArrayList<>(words);
  }

  /** The words of a command {@code train} or {@code grow}, changed so. */
  static List<String> of(List<String> words) {
    ShortTraining shorter = new ShortTraining(words);
    shorter.put("--epochs", "1");
    if (words.contains("train")) {
      shorter.put("--precision", "fp32");
      if (!words.contains("--resume")) {
        shorter.network();
      }
    }
    shorter.words.add("--quiet");
    return shorter.words;
  }

  private void network() {
    String network = words.contains("--network") ? value("--network") : "auto";
    if (LARGE.contains(network) && !words.contains("--pretrained")) {
      // That of the small ones which can be cut in as many places.
      network = words.contains("--cuts") ? "vit-tiny" : "simple-cnn";
      put("--network", network);
    }
    if (network.equals("vit-tiny")) {
      put("--depth", words.contains("--cuts") ? "6" : "2");
      if (words.contains("--stages") && !words.contains("--cuts")) {
        put("--stages", "2");
      }
    }
    if (WIDE.contains(network)) {
      List.of("--hidden", "--features", "--module-hidden").forEach(width -> put(width, "16"));
    }
  }

  private String value(String flag) {
    return words.get(words.indexOf(flag) + 1);
  }

  private void put(String flag, String value) {
    int at = words.indexOf(flag);
    if (at >= 0) {
      words.set(at + 1, value);
    } else {
      words.addAll(List.of(flag, value));
    }
  }
}
