package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptimizerPartsTest {
  private static final int CLASSES = 3;

  private static final Map<String, String> DESCENT =
      Map.of(
          "recipe", "none",
          "optimizer", "sgd",
          "lr", "11.5",
          "lr-unit", "1024-samples",
          "batch", "512",
          "momentum", "0.85",
          "nesterov", "true",
          "norm-bias-lr-factor", "64");

  /** What a first step at a rate of 2 for 1,024 samples moves by: Nesterov's takes 1.85 of it. */
  private static final double STEP = 2 * 0.5 / (1 / 0.15 + 1) * 1.85;

  /** How far the first step moves each parameter, by name, with gradients of 1. */
  private static Map<String, Double> moved(Map<String, String> settings) {
    try (Scope scope = Scope.open()) {
      Map<String, Tensor> named = new LinkedHashMap<>();
      named.put("group1.norm1.bias", Tensor.of(new double[] {0, 0}, 2));
      named.put("1.conv1.bn.bias", Tensor.of(new double[] {0, 0}, 2));
      named.put("bn2.weight", Tensor.of(new double[] {1, 1}, 2));
      named.put("whiten.bias", Tensor.of(new double[] {0, 0}, 2));
      named.put("head.fc.bias", Tensor.of(new double[] {0, 0}, 2));
      named.put("out.weight", Tensor.of(new double[2 * CLASSES], CLASSES, 2));
      Settings all = Settings.parse(settings);
      Optimizer.Factory factory =
          new OptimizerParts(all, Optional.empty(), CLASSES, 10).ofModules();
      Map<String, Double> before = firsts(named);
      Optimizer optimizer = factory.create(Parameters.of(named));
      List<Tensor> ones = named.values().stream().map(OptimizerPartsTest::ones).toList();
      optimizer.step(ones, 2);
      Map<String, Double> after = firsts(named);
      after.replaceAll((name, value) -> before.get(name) - value);
      return after;
    }
  }

  private static Tensor ones(Tensor like) {
    double[] ones = new double[Math.toIntExact(like.count())];
    Arrays.fill(ones, 1);
    return Tensor.of(ones, like.shape());
  }

  private static Map<String, Double> firsts(Map<String, Tensor> named) {
    Map<String, Double> firsts = new LinkedHashMap<>();
    named.forEach((name, value) -> firsts.put(name, value.toDoubles()[0]));
    return firsts;
  }

  @Test
  void onlyBiasesOfNormsHaveARateOfTheirOwn() {
    Map<String, Double> moved = moved(DESCENT);
    assertThat(moved.get("group1.norm1.bias")).isCloseTo(64 * STEP, within(1e-4));
    assertThat(moved.get("1.conv1.bn.bias")).isCloseTo(64 * STEP, within(1e-4));
    assertThat(moved.get("bn2.weight")).isCloseTo(STEP, within(1e-6));
    assertThat(moved.get("whiten.bias")).isCloseTo(STEP, within(1e-6));
    assertThat(moved.get("out.weight")).isCloseTo(STEP, within(1e-6));
  }

  @Test
  void decayIsOfTheSameShareWhateverTheRate() {
    Map<String, String> decayed = new LinkedHashMap<>(DESCENT);
    decayed.put("weight-decay", "0.023");
    // The only parameter that begins at 1: its gradient is 1 + 0.023 / 11.5.
    assertThat(moved(decayed).get("bn2.weight")).isCloseTo(1.002 * STEP, within(1e-6));
  }

  @Test
  void theRestOfMuonHasTheUnitOfItsOwnRate() {
    Map<String, String> muon = new LinkedHashMap<>(DESCENT);
    muon.put("optimizer", "muon");
    muon.put("lr", "0.25");
    muon.put("rest-optimizer", "sgd");
    muon.put("rest-lr", "6.5");
    double rest = 6.5 / 0.25 * STEP;
    Map<String, Double> moved = moved(muon);
    assertThat(moved.get("whiten.bias")).isCloseTo(rest, within(1e-5));
    assertThat(moved.get("out.weight")).isCloseTo(rest, within(1e-5));
    assertThat(moved.get("group1.norm1.bias")).isCloseTo(64 * rest, within(1e-2));
  }

  @Test
  void headsOfStagesAndSharedModulesHaveAnOptimizerOfTheirOwn() {
    Map<String, String> heads = new LinkedHashMap<>(DESCENT);
    heads.put("head-optimizer", "adam");
    heads.put("head-lr", "0.023");
    heads.put("topology", "staged");
    double adam = 2 * 0.023 / 11.5;
    Map<String, Double> staged = moved(heads);
    assertThat(staged.get("head.fc.bias")).isCloseTo(adam, within(1e-6));
    assertThat(staged.get("whiten.bias")).isCloseTo(STEP, within(1e-6));
    heads.put("topology", "shared");
    assertThat(moved(heads).get("whiten.bias")).isCloseTo(adam, within(1e-6));
    heads.put("topology", "whole");
    heads.put("method", "backprop");
    assertThat(moved(heads).get("head.fc.bias")).isCloseTo(STEP, within(1e-6));
  }
}
