package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.run.TestGallery.Confusion;
import io.github.sid4j.internal.run.TestGallery.GallerySample;
import io.github.sid4j.internal.settings.ChosenEpoch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Test samples of a run that are worth a look, with how each belief forms from module to module.
 */
final class GallerySection {
  /** So many of each kind where several configurations share the page. */
  private static final int FEW = 6;

  private static final Pattern PLACE = Pattern.compile("\\d+");

  private final TestGallery gallery;
  private final boolean alone;
  private final boolean last;

  private GallerySection(TestGallery gallery, boolean alone, boolean last) {
    this.gallery = gallery;
    this.alone = alone;
    this.last = last;
  }

  /**
   * Shows them.
   *
   * @param alone whether no other configuration is on the page; else few are shown, so that the
   *     page stays small
   * @param last as in {@link ChosenEpoch}
   * @return empty without a test sample
   */
  static Optional<Element> of(TestGallery gallery, boolean alone, boolean last) {
    return gallery.leastSure().isEmpty()
        ? Optional.empty()
        : Optional.of(new GallerySection(gallery, alone, last).element());
  }

  private Element element() {
    String of =
        "%s of %s test samples get another class than theirs, with the weights of the %s."
            .formatted(
                Texts.number(gallery.errors(), 0),
                Texts.number(gallery.samples(), 0),
                ChosenEpoch.words(last));
    Element part =
        Element.of(
            "div",
            Element.of("p", of).classed("note"),
            PhotoCard.legend(
                "belief in the sample's class, by module",
                "in the answer, or in the class believed in next"));
    add(part, "Most confident errors", gallery.confidentErrors());
    add(part, "Least sure", gallery.leastSure());
    List<Confusion> confusions =
        gallery.confusions().stream().limit(alone ? Long.MAX_VALUE : FEW).toList();
    if (!confusions.isEmpty()) {
      part.add(Element.of("h3", "What classes are taken for"));
    }
    for (Confusion one : confusions) {
      String heading =
          "%s, taken for %s: %s"
              .formatted(one.trueClass(), one.predictedClass(), Texts.count(one.count(), "sample"));
      part.add(Element.of("p", heading).classed("note"), grid(one.samples()));
    }
    return part;
  }

  private void add(Element part, String heading, List<GallerySample> samples) {
    if (!samples.isEmpty()) {
      part.add(Element.of("h3", heading), grid(samples));
    }
  }

  private Element grid(List<GallerySample> samples) {
    return PhotoCard.grid(
        samples.stream().limit(alone ? Long.MAX_VALUE : FEW).map(GallerySection::card).toList());
  }

  /** Where the place in the data is all that is known, it says that it is one. */
  private static String name(GallerySample one) {
    return PLACE.matcher(one.name()).matches() ? "sample " + one.name() : one.name();
  }

  private static PhotoCard card(GallerySample one) {
    String line =
        one.errs()
            ? "taken for %s, %s".formatted(one.answer(), Texts.percent(one.probability()))
            : "right, %s; next %s".formatted(Texts.percent(one.probability()), one.other());
    return new PhotoCard(
        one.picture(),
        one.excerpt(),
        name(one),
        one.label(),
        List.of(line),
        one.errs(),
        one.modules().stream()
            .map(module -> new PhotoCard.Bar(module.label(), module.other()))
            .toList());
  }
}
