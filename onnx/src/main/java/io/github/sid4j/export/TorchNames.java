package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.baseline.dni.SyntheticExtractor;
import io.github.sid4j.internal.baseline.feedback.DirectFeedbackExtractor;
import io.github.sid4j.internal.baseline.feedback.FeedbackExtractor;
import io.github.sid4j.internal.baseline.signals.SimilarityModule;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.cascade.HeadModule;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.cascade.WidenedModule;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What inference needs of a cascade, under names that PyTorch's users expect: the network's as its
 * usual implementation there calls them, wherever it was cut, then those of the modules.
 */
final class TorchNames {
  /** That of our layer before the class token and the places, which belong to the network there. */
  private static final String TOKENS = "tokens.";

  private final String network;
  private final Map<String, Tensor> named = new LinkedHashMap<>();

  private TorchNames(String network) {
    this.network = network;
  }

  /**
   * Names the tensors of a cascade.
   *
   * @param cascade as it was made
   * @param network a word of {@code ModelSetting.NETWORK}
   * @return over the cascade's own tensors, in the order of the cascade
   */
  static Map<String, Tensor> of(Cascade cascade, String network) {
    TorchNames names = new TorchNames(network);
    names.add("", extractor(cascade.extractor()));
    for (int i = 0; i < cascade.depth(); i++) {
      names.addModule(i, cascade.modules().get(i));
    }
    return names.named;
  }

  /** Without what serves training alone. */
  private static Layer extractor(Layer layer) {
    if (layer instanceof FeedbackExtractor extractor) {
      return extractor.plain();
    }
    if (layer instanceof DirectFeedbackExtractor extractor) {
      return extractor.plain();
    }
    return layer instanceof SyntheticExtractor extractor ? extractor.plain() : layer;
  }

  private void addModule(int index, BeliefModule module) {
    if (module instanceof SimilarityModule similarity) {
      addModule(index, similarity.plain());
    } else if (module instanceof WidenedModule widened) {
      addModule(index, widened.plain());
    } else if (module instanceof HeadModule behind) {
      add("heads." + index + ".", behind.head());
    } else if (module instanceof StageModule staged) {
      add("", staged.stage().orElseThrow());
      add("heads." + index + ".", staged.head());
    } else if (module instanceof ClassifierModule classifier) {
      add(classifierName() + ".", classifier.fc());
    } else {
      add("belief_modules." + index + ".", module);
    }
  }

  /** The last layer's name: torchvision's and timm's where the network has one there. */
  private String classifierName() {
    return switch (network) {
      case "resnet18" -> "fc";
      case "vit-tiny" -> "head";
      default -> "classifier";
    };
  }

  private void add(String prefix, Parameterized part) {
    part.parameters()
        .and(part.buffers())
        .byName()
        .forEach(
            (name, tensor) -> {
              boolean ofTokens = name.startsWith(TOKENS);
              String usual = prefix + (ofTokens ? name.substring(TOKENS.length()) : name);
              if (named.put(usual, tensor) != null) {
                throw new IllegalArgumentException("two tensors are named " + usual);
              }
            });
  }
}
