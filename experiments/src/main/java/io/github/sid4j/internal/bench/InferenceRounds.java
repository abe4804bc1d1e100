package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.predict.EngineProviders;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.model.OpenModel;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.InferenceEngine;
import io.github.sid4j.random.Rng;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The time of predictions by each engine, in this process. Engines take turns in every round, for
 * each number of threads and size of a batch. All modules are computed, with weights as they are
 * drawn first.
 */
final class InferenceRounds {
  private static final List<Integer> BATCHES = List.of(1, 32, 256);
  private static final int LARGEST = 256;

  /** Of a turn, by the size of a batch: enough of the short ones for a tail to be seen. */
  private static final List<Integer> CALLS = List.of(40, 6, 2);

  private static final int WARM_UP = 2;
  private static final double TAIL = 0.99;

  private final BenchPlan plan;
  private final List<String> notes;
  private final List<Case> cases = new ArrayList<>();

  InferenceRounds(BenchPlan plan, List<String> notes) {
    this.plan = plan;
    this.notes = notes;
  }

  /** One engine with a number of threads and a size of a batch, and its times by round. */
  private record Case(
      String engine, int threads, int place, Classifier classifier, List<double[]> rounds) {
    int batch() {
      return BATCHES.get(place);
    }
  }

  List<EngineTime> run(Consumer<String> progress) {
    List<Classifier> classifiers = new ArrayList<>();
    try {
      prepare(classifiers);
      List<float[]> examples = examples();
      for (Case one : cases) {
        calls(one, examples, WARM_UP);
      }
      for (int round = 1; round <= plan.rounds(); round++) {
        progress.accept("inference, round %s of %s".formatted(round, plan.rounds()));
        for (Case one : cases) {
          one.rounds().add(calls(one, examples, CALLS.get(one.place())));
        }
      }
      return cases.stream().map(this::time).toList();
    } finally {
      classifiers.forEach(Classifier::close);
    }
  }

  private void prepare(List<Classifier> classifiers) {
    for (int threads : IntStream.of(1, plan.threads()).distinct().toArray()) {
      List<Classifier> engines = new ArrayList<>();
      List<String> names = new ArrayList<>();
      plan.configurations().stream()
          .map(Configuration::precision)
          .distinct()
          .forEach(
              precision -> {
                names.add(InferenceEngine.LIBTORCH.wireName() + " " + precision);
                engines.add(
                    classifier(
                        ClassifierOptions.defaults()
                            .with(Precision.of(precision))
                            .withThreads(threads)));
              });
      if (hasOther()) {
        names.add(InferenceEngine.ONNX_RUNTIME.wireName() + " fp32");
        engines.add(
            classifier(
                ClassifierOptions.defaults()
                    .with(InferenceEngine.ONNX_RUNTIME)
                    .withThreads(threads)));
      }
      classifiers.addAll(engines);
      for (int place = 0; place < BATCHES.size(); place++) {
        for (int i = 0; i < engines.size(); i++) {
          cases.add(new Case(names.get(i), threads, place, engines.get(i), new ArrayList<>()));
        }
      }
    }
  }

  private boolean hasOther() {
    try {
      EngineProviders.find();
      return true;
    } catch (InputException e) {
      notes.add("without ONNX Runtime: " + e.getMessage());
      return false;
    }
  }

  private Classifier classifier(ClassifierOptions options) {
    Workload workload = plan.workload();
    Settings settings = plan.task(plan.configurations().get(0)).settings();
    int[] shape = workload.image().stream().mapToInt(Integer::intValue).toArray();
    ModelDescription description =
        new ModelDescription(
            1,
            "random",
            workload.network(),
            IntStream.range(0, workload.classes()).mapToObj(String::valueOf).toList(),
            workload.image(),
            null,
            null);
    OpenModel model =
        new OpenModel(
            settings,
            description,
            Cascades.create(
                settings,
                shape,
                workload.classes(),
                new Initializer(settings.get(RunSetting.SEED), DType.FLOAT32)));
    return Classifier.of(model, Precision.FP32, options.withBatch(LARGEST).with(ExitRule.NEVER));
  }

  private List<float[]> examples() {
    Rng rng = Rng.of(1);
    int numbers = plan.workload().image().stream().reduce(1, Math::multiplyExact);
    return IntStream.range(0, LARGEST)
        .mapToObj(
            i -> {
              float[] example = new float[numbers];
              for (int n = 0; n < numbers; n++) {
                example[n] = (float) rng.nextNormal();
              }
              return example;
            })
        .toList();
  }

  private static double[] calls(Case one, List<float[]> examples, int count) {
    double[] seconds = new double[count];
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      one.classifier().classifyPrepared(examples.subList(0, one.batch()));
      seconds[i] = (System.nanoTime() - begin) / 1e9;
    }
    return seconds;
  }

  private EngineTime time(Case one) {
    Case first =
        cases.stream()
            .filter(each -> each.threads() == one.threads() && each.place() == one.place())
            .findFirst()
            .orElseThrow();
    double[] all = one.rounds().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    double[] ratios =
        IntStream.range(0, one.rounds().size())
            .mapToDouble(i -> median(one.rounds().get(i)) / median(first.rounds().get(i)))
            .toArray();
    double middle = median(all);
    return new EngineTime(
        one.engine(),
        one.threads(),
        one.batch(),
        all.length,
        middle,
        all[(int) Math.ceil(TAIL * all.length) - 1],
        one.batch() / middle,
        median(ratios));
  }

  private static double median(double... values) {
    return Quartiles.of(values).median();
  }
}
