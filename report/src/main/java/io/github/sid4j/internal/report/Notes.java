package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;

/** How the numbers were made and how far they go. */
final class Notes {
  private static final List<String> TEXTS =
      List.of(
          "Test, best epoch: accuracy on the test part with the weights of the epoch that was best"
              + " on the validation part. The test part takes no part in that choice.",
          "Deviation: the standard deviation over runs that differ in the seed alone, with n − 1 in"
              + " the denominator.",
          "Differences are taken between runs with the same seed. Their 95 % confidence interval is"
              + " by Student's t: it takes the differences to be independent and about normal, and"
              + " is wide for few seeds.",
          "An interval is about other seeds, not about other data or another test part. For a single"
              + " run the binomial standard error says how far another test part of that size"
              + " would have moved its accuracy.",
          "Intervals are not corrected for how many there are: of twenty about one leaves out the"
              + " true value.",
          "Times and memory are those of the whole process, and compare only between runs on one"
              + " machine that was doing nothing else.");

  private Notes() {}

  static Element element() {
    Element list = Element.of("ul");
    TEXTS.forEach(text -> list.add(Element.of("li", text)));
    return list;
  }
}
