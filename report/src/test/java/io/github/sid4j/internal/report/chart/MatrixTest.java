package io.github.sid4j.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static Element draw(List<String> names, List<List<Integer>> counts) {
    return Jsoup.parse(Matrix.draw("m", names, counts).toString()).select("svg").first();
  }

  @Test
  void cellsHaveTheirCountAndTheirShareOfTheRow() {
    Element drawing =
        draw(
            List.of("cat", "<dog>", "none"),
            List.of(List.of(3, 1, 0), List.of(0, 12345, 0), List.of(0, 0, 0)));
    assertThat(drawing.select("rect").eachAttr("fill-opacity"))
        .containsExactly("0.79", "0.36", "1.00");
    assertThat(drawing.select("rect").eachAttr("class"))
        .containsExactly("cell", "cell wrong", "cell");
    assertThat(drawing.select("text.count").eachText()).containsExactly("3", "1", "12k");
    assertThat(drawing.select("g:has(rect) title").eachText())
        .containsExactly("cat: 3 right", "cat taken for <dog>: 1", "<dog>: 12345 right");
    assertThat(drawing.select("text.end").eachText()).containsExactly("cat 1", "<dog> 2", "none 3");
  }

  @Test
  void aHundredClassesHaveNumbersAtEveryTenthAndNoCounts() {
    List<String> names = IntStream.range(0, 100).mapToObj(c -> "class " + c).toList();
    List<List<Integer>> counts =
        IntStream.range(0, 100)
            .<List<Integer>>mapToObj(
                c -> IntStream.range(0, 100).mapToObj(d -> c == d ? 9 : 0).toList())
            .toList();
    Element drawing = draw(names, counts);
    assertThat(drawing.select("text.end").eachText()).hasSize(10).startsWith("10", "20");
    assertThat(drawing.select("text.count")).isEmpty();
    assertThat(drawing.select("rect")).hasSize(100);
    List<String> box = List.of(drawing.attr("viewBox").split(" "));
    for (Element cell : drawing.select("rect")) {
      double right = Double.parseDouble(cell.attr("x")) + Double.parseDouble(cell.attr("width"));
      assertThat(right).isLessThanOrEqualTo(Double.parseDouble(box.get(2)));
    }
  }

  @Test
  void oneClassAndEmptyRowsAreDrawn() {
    assertThat(draw(List.of("a"), List.of(List.of(0))).select("rect")).isEmpty();
    assertThat(draw(List.of("a"), Collections.nCopies(1, List.of(2))).select("rect")).hasSize(1);
  }
}
