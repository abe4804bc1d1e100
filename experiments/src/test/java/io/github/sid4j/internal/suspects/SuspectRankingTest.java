package io.github.sid4j.internal.suspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.OutOfFold.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectRankingTest {
  private static final List<String> CLASSES = List.of("cat", "dog");

  /** Four examples of each class, of which the first ones are believed to be of the other. */
  private static SuspectRanking ranking(int contradictedCats, int contradictedDogs) {
    float[][] rows = new float[8][1];
    int[] labels = {0, 0, 0, 0, 1, 1, 1, 1};
    Examples train = Datasets.of(rows, labels).split(0, 1).train();
    List<Sample> samples = new ArrayList<>();
    for (int place = 0; place < train.size(); place++) {
      int label = train.label(place);
      int within = 0;
      for (int i = 0; i < place; i++) {
        within += train.label(i) == label ? 1 : 0;
      }
      boolean contradicted = within < (label == 0 ? contradictedCats : contradictedDogs);
      samples.add(
          new Sample(
              place, contradicted ? 1 - label : label, contradicted ? 0.1 : 0.9, 0.9, List.of()));
    }
    return new SuspectRanking(train, CLASSES, samples);
  }

  private static int[] leftOut(int contradictedCats, int contradictedDogs) {
    return ranking(contradictedCats, contradictedDogs).leftOut();
  }

  @Test
  void likelySuspectsAreLeftOut() {
    assertThat(leftOut(1, 2)).hasSize(3).isSorted();
    assertThat(leftOut(0, 0)).isEmpty();
  }

  @Test
  void aClassOfWhichMostIsDoubtedStays() {
    assertThat(leftOut(3, 1)).hasSize(1);
    assertThat(leftOut(4, 0)).isEmpty();
  }

  @Test
  void aClassOfWhichMostIsContradictedIsNamed() {
    assertThat(ranking(3, 1).list(2, 8, false).doubtfulClasses()).containsExactly("cat");
    assertThat(ranking(2, 2).list(2, 8, false).doubtfulClasses()).isEmpty();
  }
}
