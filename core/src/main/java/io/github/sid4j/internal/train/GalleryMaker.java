package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.ChosenExamples;
import io.github.sid4j.internal.data.format.Thumbnail;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.run.TestGallery.Confusion;
import io.github.sid4j.internal.run.TestGallery.GalleryBelief;
import io.github.sid4j.internal.run.TestGallery.GallerySample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a gallery of test samples of what was seen while they were measured. */
public final class GalleryMaker {
  private static final double DECIMALS = 1e6;

  private final TestLook look;
  private final List<String> classNames;
  private final int firstModule;
  private final Map<Integer, GallerySample> samples = new TreeMap<>();

  private GalleryMaker(TestLook look, List<String> classNames, int firstModule) {
    this.look = look;
    this.classNames = classNames;
    this.firstModule = firstModule;
  }

  /**
   * Makes one. The samples that it shows go through the cascade once more.
   *
   * @param dataset name of the data set
   * @param classNames of its classes
   * @param look at the whole test part, with the weights that the cascade has now
   * @param evaluator of the cascade
   * @param firstModule from 1; the first one that was trained to answer
   * @return bounded in the number of its samples
   */
  public static TestGallery of(
      String dataset,
      List<String> classNames,
      TestLook look,
      Evaluator evaluator,
      int firstModule) {
    GalleryMaker maker = new GalleryMaker(look, classNames, firstModule);
    List<TestLook.Taken> confusions = look.confusions();
    int[] chosen =
        Stream.of(
                look.confidentErrors().stream(),
                look.leastSure().stream(),
                confusions.stream().flatMap(one -> one.shown().stream()))
            .flatMap(all -> all)
            .distinct()
            .mapToInt(Integer::intValue)
            .toArray();
    if (chosen.length > 0) {
      evaluator.evaluate(
          new ChosenExamples(look.test(), chosen),
          (batch, beliefs) -> maker.add(batch, beliefs, chosen));
    }
    return new TestGallery(
        dataset,
        look.test().size(),
        look.errors(),
        maker.shown(look.confidentErrors()),
        maker.shown(look.leastSure()),
        confusions.stream().map(maker::confusion).toList());
  }

  private List<GallerySample> shown(List<Integer> indices) {
    return indices.stream().map(samples::get).toList();
  }

  private Confusion confusion(TestLook.Taken one) {
    return new Confusion(
        classNames.get(one.label()), classNames.get(one.answer()), one.count(), shown(one.shown()));
  }

  /** The belief before the first module is among the beliefs. */
  private void add(Batch batch, List<Belief> beliefs, int... chosen) {
    List<float[]> byModule =
        beliefs.stream().map(belief -> belief.probabilities().toFloats()).toList();
    int classes = classNames.size();
    for (int i = 0; i < batch.size(); i++) {
      int row = i;
      List<float[]> rows =
          byModule.stream()
              .map(all -> Arrays.copyOfRange(all, row * classes, (row + 1) * classes))
              .toList();
      int index = chosen[samples.size()];
      samples.put(index, sample(index, rows));
    }
  }

  private GallerySample sample(int index, List<float[]> beliefs) {
    Examples test = look.test();
    int label = test.label(index);
    int answer = look.answer(index);
    int other = answer == label ? next(beliefs.get(beliefs.size() - 1), label) : answer;
    List<GalleryBelief> modules = new ArrayList<>();
    IntStream.range(firstModule, beliefs.size())
        .forEach(
            module ->
                modules.add(
                    new GalleryBelief(
                        module,
                        rounded(beliefs.get(module)[label]),
                        rounded(beliefs.get(module)[other]))));
    return new GallerySample(
        index,
        test.id(index).name(),
        classNames.get(label),
        classNames.get(answer),
        rounded(look.probability(index)),
        classNames.get(other),
        test.png(index).map(Thumbnail::of).orElse(null),
        test.excerpt(index).orElse(null),
        modules);
  }

  private static int next(float[] belief, int label) {
    int next = label == 0 ? 1 : 0;
    for (int c = 0; c < belief.length; c++) {
      next = c != label && belief[c] > belief[next] ? c : next;
    }
    return next;
  }

  private static double rounded(double belief) {
    return Math.round(belief * DECIMALS) / DECIMALS;
  }
}
