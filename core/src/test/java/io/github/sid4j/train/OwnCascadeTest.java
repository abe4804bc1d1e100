package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCascadeTest {
  @TempDir private Path temp;

  /** Of four modules, whatever the settings say. */
  private static final CascadeFactory FOUR =
      (settings, shape, classes, init) -> {
        assertThat(shape).containsExactly(2);
        Stream<BeliefModule> modules = Stream.generate(() -> new MlpModule(classes, 6, 10, init));
        return new Cascade(new Mlp(2, 12, 6, init), modules.limit(4).toList(), classes);
      };

  private Trained train(Settings settings) throws IOException {
    return Training.of(settings).dataset(SmallRuns.blobs()).cascade(FOUR).run();
  }

  @Test
  void onesOwnDataAndNetworkAreTrained() throws IOException {
    Trained trained = train(SmallRuns.rows(temp, "epochs", "6", "lr", "0.03"));
    assertThat(trained.folder()).contains(temp);
    assertThat(trained.cascade().depth()).isEqualTo(4);
    var result = trained.result().orElseThrow();
    assertThat(result.dataset()).isEqualTo("blobs");
    assertThat(result.parameters()).isEqualTo(trained.cascade().parameters().count());
    assertThat(result.modules()).hasSize(4);
    // Chance is a third.
    assertThat(result.testAccuracy().last()).isGreaterThan(0.7);
  }

  @Test
  void anAlphaForEachOfItsModulesIsTakenAndAnotherNumberOfThemRefused() throws IOException {
    String four = "0.9,0.7,0.5,0.3";
    Settings fits = SmallRuns.rows(temp.resolve("four"), "modules", "4", "alpha", four);
    assertThat(train(fits).result()).isPresent();
    Settings other = SmallRuns.rows(temp.resolve("three"), "modules", "3", "alpha", "0.9,0.5,0.3");
    assertThatThrownBy(() -> train(other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "alpha: expected one number or one for each of the 4 modules, found 3"
                + " (0.9,0.5,0.3); change alpha or modules");
    assertThat(temp.resolve("three")).doesNotExist();
  }

  @Test
  void aRunWithAnotherNetworkIsNotResumed() throws IOException {
    int[] steps = {0};
    Training.of(SmallRuns.rows(temp))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == 3)
        .run();
    assertThatThrownBy(() -> train(SmallRuns.rows(temp, "resume", "true")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("progress.json: expected sums.correct of 4 numbers");
  }

  @Test
  void dataWithoutATestPartGivesAResultWithoutTestAccuracy() throws IOException {
    Training.of(SmallRuns.rows(temp, "epochs", "1", "batch", "64"))
        .dataset(SmallRuns.withoutTest())
        .run();
    assertThat(Outcome.of(temp).result().testAccuracy().last()).isNull();
  }
}
