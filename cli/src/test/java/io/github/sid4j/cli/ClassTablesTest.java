package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.Mistake;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassTablesTest {
  private static final ClassificationScores SCORES = new ClassificationScores(1.0, 1.0, 0.0, 1.0);

  private static Classification even(int classes) {
    List<ClassResult> results =
        IntStream.range(0, classes)
            .mapToObj(
                c ->
                    new ClassResult(
                        "a rather long name of class " + c, 5000, 5000, 1.0, 1.0, c / 1000.0, 1.0))
            .toList();
    List<List<Integer>> matrix = Collections.nCopies(classes, Collections.nCopies(classes, 1000));
    Mistake mistake = new Mistake("a", "a rather long name of class 12", 9000);
    return new Classification(
        SCORES, SCORES, results, classes > 200 ? null : matrix, List.of(mistake));
  }

  @Test
  void fewClassesAreShownWithTheirConfusionMatrix() {
    assertThat(ClassTables.lines(Runs.classification(), false, false, Terminal.USUAL_WIDTH))
        .containsExactly(
            "          class | # | samples | precision |   recall |      F1 |    AUC",
            "----------------+---+---------+-----------+----------+---------+-------",
            "          large | 1 |     100 |   94.30 % | 100.00 % | 97.00 % | 0.8750",
            "small\\u001b[31m | 2 |      10 |   75.00 % |  30.00 % | 42.86 % | 0.8750",
            "           none | 3 |       0 |         - |        - |       - |      -",
            "",
            "true class \\ taken for |   1 | 2 | 3",
            "-----------------------+-----+---+--",
            "               large 1 | 100 | 0 | 0",
            "     small\\u001b[31m 2 |   6 | 3 | 1",
            "                none 3 |   0 | 0 | 0",
            "",
            "best epoch: balanced accuracy 65.00 %, macro F1 55.00 %, log loss 0.2500, AUC",
            "            0.8750",
            "last epoch: balanced accuracy 60.00 %, macro F1 50.00 %, log loss 0.3000, AUC -");
  }

  @Test
  void ofManyClassesTheWorstAndTheMostFrequentMistakesAreShown() {
    for (int classes : new int[] {21, 100, 1000}) {
      List<String> lines = ClassTables.lines(even(classes), false, true, Terminal.USUAL_WIDTH);
      assertThat(lines).allMatch(line -> line.length() <= Terminal.USUAL_WIDTH).hasSizeLessThan(35);
      assertThat(lines.get(2)).contains("a rather long nam...").containsPattern("│ +1 │");
      assertThat(lines)
          .contains("the 20 of %s classes with the lowest F1; --json has all".formatted(classes))
          .anyMatch(line -> line.contains("taken for") && !line.contains("\\"))
          .anyMatch(line -> line.endsWith("9,000"));
    }
  }

  @Test
  void aMatrixThatIsTooWideGivesWayToTheMistakes() {
    assertThat(ClassTables.lines(even(10), false, true, Terminal.USUAL_WIDTH))
        .noneMatch(line -> line.contains("\\ taken for"));
    assertThat(ClassTables.lines(even(3), false, true, Terminal.USUAL_WIDTH))
        .anyMatch(line -> line.contains("\\ taken for"));
  }

  @Test
  void afterTrainingUnevenClassesGetALineAndEvenOnesDoNot() {
    assertThat(ClassTables.uneven(even(3), false, Terminal.USUAL_WIDTH)).isEmpty();
    assertThat(
            String.join(" ", ClassTables.uneven(Runs.classification(), false, Terminal.USUAL_WIDTH))
                .replaceAll(" +", " "))
        .isEqualTo(
            "balanced accuracy 65.00 % (best epoch), lowest recall 30.00 % of the 10 samples of"
                + " class small\\u001b[31m; 1 class without a test sample");
  }
}
