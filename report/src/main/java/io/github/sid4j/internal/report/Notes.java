package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;

/** How the numbers were made and how far they go. */
final class Notes {
  private static final String BEST =
      "Test, best epoch: accuracy on the test part with the weights of the epoch that was best"
          + " on the validation part. The test part takes no part in that choice.";

  private static final String LAST =
      "Test, last epoch: accuracy on the test part with the weights of the last epoch, which a run"
          + " with best-by=last keeps. No part of the data takes part in that choice.";

  private static final List<String> TEXTS =
      List.of(
          "Deviation: the standard deviation over runs that differ in the seed alone, with n − 1 in"
              + " the denominator.",
          "Differences are taken between runs with the same seed. Their 95 % confidence interval is"
              + " by Student's t: it takes the differences to be independent and about normal, and"
              + " is wide for few seeds.",
          "An interval is about other seeds, not about other data or another test part. For a single"
              + " run the exact binomial interval says what its accuracy on other samples may be.",
          "Intervals are not corrected for how many there are: of twenty about one leaves out the"
              + " true value.",
          "Times and memory are those of the whole process, and compare only between runs on one"
              + " machine that was doing nothing else.");

  private Notes() {}

  static Element element(Study study) {
    Element list = Element.of("ul");
    List<DatasetComparison> all = study.comparisons();
    if (!all.stream().allMatch(DatasetComparison::keepsLast)) {
      list.add(Element.of("li", BEST));
    }
    if (study.configurations().stream().anyMatch(SeedGroup::keepsLast)) {
      list.add(Element.of("li", LAST));
    }
    TEXTS.forEach(text -> list.add(Element.of("li", text)));
    return list;
  }
}
