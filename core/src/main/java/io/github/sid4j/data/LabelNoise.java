package io.github.sid4j.data;

import io.github.sid4j.random.Rng;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A way to give training examples noisy labels. Constants, safe for several threads. */
public enum LabelNoise {
  /**
   * Any other class, each with the same probability, as in Patrini et al., "Making deep neural
   * networks robust to label noise", CVPR 2017. So the rate is the share of noisy labels; where the
   * new label is drawn among all classes, one of N leaves it as it is.
   */
  SYMMETRIC {
    @Override
    int wrong(int label, List<String> classNames, Rng rng) {
      int other = rng.nextInt(classNames.size() - 1);
      return other < label ? other : other + 1;
    }
  },

  /**
   * The class that it is taken for: of class k the next one, of the last the first (Han et al.,
   * "Co-teaching", NeurIPS 2018); of the ten classes of CIFAR-10 those that look alike (Patrini et
   * al., CVPR 2017), where five keep their labels.
   */
  CLASS_DEPENDENT {
    @Override
    int wrong(int label, List<String> classNames, Rng rng) {
      if (!CIFAR10.equals(Set.copyOf(classNames))) {
        return (label + 1) % classNames.size();
      }
      String name = classNames.get(label);
      return classNames.indexOf(ALIKE.getOrDefault(name, name));
    }
  };

  private static final Set<String> CIFAR10 =
      Set.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final Map<String, String> ALIKE =
      Map.of(
          "truck", "automobile", "bird", "airplane", "deer", "horse", "cat", "dog", "dog", "cat");

  /** The label in place of an example's own. */
  abstract int wrong(int label, List<String> classNames, Rng rng);
}
