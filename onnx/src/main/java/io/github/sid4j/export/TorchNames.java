package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.cascade.HeadModule;
import io.github.sid4j.internal.cascade.ResidualModule;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.cascade.WidenedModule;
import io.github.sid4j.model.PhotoNetwork;
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
  private final Writers writers;
  private final Map<String, Tensor> named = new LinkedHashMap<>();

  private TorchNames(String network, Writers writers) {
    this.network = network;
    this.writers = writers;
  }

  /**
   * Names the tensors of a cascade.
   *
   * @param cascade as it was made
   * @param network a word of {@code ModelSetting.NETWORK}
   * @param writers by which what serves training alone is known and left out
   * @return over the cascade's own tensors, in the order of the cascade
   */
  static Map<String, Tensor> of(Cascade cascade, String network, Writers writers) {
    TorchNames names = new TorchNames(network, writers);
    names.add("", writers.plain(cascade.extractor()));
    for (int i = 0; i < cascade.depth(); i++) {
      names.addModule(i, cascade.modules().get(i));
    }
    return names.named;
  }

  private void addModule(int index, BeliefModule outer) {
    BeliefModule module = writers.plain(outer);
    if (module instanceof WidenedModule widened) {
      addModule(index, widened.plain());
    } else if (module instanceof ResidualModule residual) {
      addModule(index, residual.plain());
      named.put("gains." + index, residual.gain());
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
      default -> PhotoNetwork.named(network).map(PhotoNetwork::classifier).orElse("classifier");
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
