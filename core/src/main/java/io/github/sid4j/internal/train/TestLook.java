package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.predict.Beliefs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Notes the answer to each test sample, and finds out which of them are worth a look. */
public final class TestLook implements BiConsumer<Batch, List<Belief>> {
  private static final int CONFIDENT = 24;
  private static final int UNSURE = 12;
  private static final int CLASSES = 20;
  private static final int OF_EACH = 3;

  private final Examples test;
  private final int[] answers;
  private final float[] probabilities;
  private int seen;

  /**
   * Prepares to look.
   *
   * @param test part that is going to be measured, in its order
   */
  public TestLook(Examples test) {
    this.test = test;
    this.answers = new int[test.size()];
    this.probabilities = new float[test.size()];
  }

  @Override
  public void accept(Batch batch, List<Belief> beliefs) {
    float[] all = beliefs.get(beliefs.size() - 1).probabilities().toFloats();
    int classes = all.length / batch.size();
    for (int i = 0; i < batch.size(); i++, seen++) {
      float[] belief = Arrays.copyOfRange(all, i * classes, (i + 1) * classes);
      answers[seen] = Beliefs.best(belief);
      probabilities[seen] = belief[answers[seen]];
    }
  }

  Examples test() {
    return test;
  }

  int answer(int index) {
    return answers[index];
  }

  double probability(int index) {
    return probabilities[index];
  }

  private boolean isWrong(int index) {
    return answers[index] != test.label(index);
  }

  int errors() {
    return (int) IntStream.range(0, answers.length).filter(this::isWrong).count();
  }

  private List<Integer> surestErrors() {
    return IntStream.range(0, answers.length)
        .filter(this::isWrong)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> -probabilities[index]))
        .toList();
  }

  List<Integer> confidentErrors() {
    return surestErrors().stream().limit(CONFIDENT).toList();
  }

  List<Integer> leastSure() {
    return IntStream.range(0, answers.length)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> probabilities[index]))
        .limit(UNSURE)
        .toList();
  }

  /**
   * What a class is taken for.
   *
   * @param label the class
   * @param answer the class that it is taken for most often
   * @param count how often
   * @param shown some of these samples, the surest first
   */
  record Taken(int label, int answer, int count, List<Integer> shown) {}

  /** Of the classes with the most samples taken for one other class. */
  List<Taken> confusions() {
    Map<Integer, Map<Integer, List<Integer>>> byClass = new TreeMap<>();
    for (int index : surestErrors()) {
      byClass
          .computeIfAbsent(test.label(index), label -> new TreeMap<>())
          .computeIfAbsent(answers[index], answer -> new ArrayList<>())
          .add(index);
    }
    List<Taken> taken = new ArrayList<>();
    byClass.forEach(
        (label, byAnswer) ->
            byAnswer.entrySet().stream()
                .max(
                    Comparator.comparingInt(
                        (Map.Entry<Integer, List<Integer>> one) -> one.getValue().size()))
                .ifPresent(most -> taken.add(taken(label, most.getKey(), most.getValue()))));
    return taken.stream()
        .sorted(Comparator.comparingInt((Taken one) -> -one.count()))
        .limit(CLASSES)
        .toList();
  }

  private static Taken taken(int label, int answer, List<Integer> all) {
    return new Taken(label, answer, all.size(), all.stream().limit(OF_EACH).toList());
  }
}
