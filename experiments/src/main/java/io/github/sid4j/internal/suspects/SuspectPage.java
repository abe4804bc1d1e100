package io.github.sid4j.internal.suspects;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.format.Thumbnail;
import io.github.sid4j.internal.report.Looks;
import io.github.sid4j.internal.report.PhotoCard;
import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.run.SuspectList.Suspect;
import java.util.ArrayList;
import java.util.List;

/** Suspects to look through, as one page of HTML, complete in itself. */
final class SuspectPage {
  /** More would make the page slow, and few look through so many. */
  private static final int SHOWN = 200;

  private final SuspectList list;
  private final Examples train;

  private SuspectPage(SuspectList list, Examples train) {
    this.list = list;
    this.train = train;
  }

  /**
   * Writes the page.
   *
   * @param run name of it
   * @param list of its suspects
   * @param train its training part, for pictures
   * @return the page
   */
  static String of(String run, SuspectList list, Examples train) {
    SuspectPage page = new SuspectPage(list, train);
    String title = "Suspect labels of " + run;
    Element main = Element.of("main", page.head(title));
    if (!list.suspects().isEmpty()) {
      main.add(page.cards());
    }
    return Looks.page(title, Element.of("body", main));
  }

  private Element head(String title) {
    Element lead = Element.of("div", Element.of("p", verdict())).classed("lead");
    if (list.showsWeakNetwork()) {
      lead.add(
          Element.of(
              "p",
              "That is so many that it says more of the network than of the labels: train longer,"
                  + " or another network, before you trust the list."));
    }
    if (!list.doubtfulClasses().isEmpty()) {
      lead.add(
          Element.of(
              "p",
              "More than half of the labels are contradicted of "
                  + String.join(", ", list.doubtfulClasses())
                  + ": there the network may be wrong, rather than the labels."));
    }
    Element facts = Element.of("dl").classed("facts");
    fact(facts, "Samples", Texts.number(list.samples(), 0));
    fact(facts, "Contradicted", Texts.number(list.contradicted(), 0));
    fact(facts, "Likely wrong", Texts.number(list.likely(), 0));
    fact(facts, "Folds", Texts.number(list.folds(), 0));
    if (list.noise() != null) {
      fact(facts, "Known noisy labels", Texts.number(list.noise().changed(), 0));
      fact(facts, "Of these contradicted", Texts.number(list.noise().contradicted(), 0));
      fact(facts, "Of these likely", Texts.number(list.noise().likely(), 0));
      fact(facts, "Average precision", Texts.nats(list.noise().averagePrecision()));
      fact(facts, "By the last module alone", Texts.nats(list.noise().lastModule()));
    }
    fact(facts, "sid4j", list.version());
    return Element.of("header", Element.of("h1", title), lead, facts);
  }

  private static void fact(Element facts, String name, String value) {
    facts.add(Element.of("div", Element.of("dt", name), Element.of("dd", value)));
  }

  private String verdict() {
    return list.contradicted() == 0
        ? "No label is contradicted by modules that did not learn from its sample."
        : ("%s of %s labels are contradicted by modules that did not learn from the sample, %s of"
                + " them so surely that they are likely wrong. Others are right and hard.")
            .formatted(
                Texts.number(list.contradicted(), 0),
                Texts.number(list.samples(), 0),
                Texts.number(list.likely(), 0));
  }

  private Element cards() {
    int shown = Math.min(SHOWN, list.suspects().size());
    String which =
        "%s of them, the most suspect first, those that are likely wrong in another colour."
            .formatted(shown == list.contradicted() ? "All" : "The first " + shown);
    String how =
        which
            + " Where a label is right, remove the line of that name from suspects.csv before you"
            + " exclude the others.";
    return Element.of(
        "section",
        Element.of("h2", "To look through"),
        Element.of("p", how).classed("note"),
        PhotoCard.legend("belief in the label, by module", "belief in the suggested class"),
        PhotoCard.grid(list.suspects().subList(0, shown).stream().map(this::card).toList()));
  }

  private PhotoCard card(Suspect one) {
    List<String> lines = new ArrayList<>();
    lines.add("labelled %s, %s".formatted(one.label(), Texts.percent(one.score())));
    lines.add("believed %s, %s".formatted(one.suggested(), Texts.percent(one.suggestedBelief())));
    if (one.trueLabel() != null) {
      lines.add("known to be noisy: %s".formatted(one.trueLabel()));
    }
    return new PhotoCard(
        train.png(one.place()).map(Thumbnail::of).orElse(null),
        one.excerpt(),
        one.sample(),
        one.suggested() + "?",
        lines,
        one.likely(),
        one.modules().stream()
            .map(module -> new PhotoCard.Bar(module.label(), module.suggested()))
            .toList());
  }
}
