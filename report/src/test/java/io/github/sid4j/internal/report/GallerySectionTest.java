package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.run.TestGallery.Confusion;
import io.github.sid4j.internal.run.TestGallery.GalleryBelief;
import io.github.sid4j.internal.run.TestGallery.GallerySample;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class GallerySectionTest {
  private static final String PNG = "iVBORw0KGgoAAAA=";

  private static GallerySample sample(String answer, String picture) {
    return sample("cat/<7>.png", answer, picture);
  }

  private static GallerySample sample(String name, String answer, String picture) {
    return new GallerySample(
        7,
        name,
        "cat",
        answer,
        0.9,
        "dog",
        picture,
        picture == null ? "a <b>row</b>" : null,
        List.of(new GalleryBelief(1, 0.5, 0.25), new GalleryBelief(2, 0.1, 2)));
  }

  private static Document page(boolean alone, GallerySample... errors) {
    TestGallery gallery =
        new TestGallery(
            "pets",
            40,
            9,
            List.of(errors),
            List.of(sample("cat", null)),
            List.of(new Confusion("cat", "dog", 5, List.of(sample("dog", PNG)))));
    return Jsoup.parse(GallerySection.of(gallery, alone, true).orElseThrow().toString());
  }

  @Test
  void aSampleWithoutAPictureShowsWhatAPersonReads() {
    Document page = page(true, sample("dog", PNG), sample("dog", null));
    assertThat(page.select("figure").get(0).select("q")).isEmpty();
    assertThat(page.select("figure").get(1).select("q").text()).isEqualTo("a <b>row</b>");
  }

  @Test
  void aSampleHasItsPictureItsNameAndAPairOfBarsForEachModule() {
    Document page = page(true, sample("dog", PNG));
    Elements first = page.select("figure").get(0).getAllElements();
    assertThat(first.select("img").attr("src")).isEqualTo("data:image/png;base64," + PNG);
    assertThat(first.select("small").text()).isEqualTo("cat/<7>.png");
    assertThat(first.select("figcaption").text()).contains("taken for dog, 90.00");
    assertThat(first.select("rect").eachAttr("height"))
        .containsExactly("20.0", "10.0", "4.0", "40.0");
    assertThat(page.text())
        .contains("cat, taken for dog: 5 samples")
        .contains("9 of 40", "the last epoch");
  }

  @Test
  void aPlaceThatIsAllThatIsKnownDoesNotLookLikeAFile() {
    Document page = page(true, sample("17", "dog", PNG));
    assertThat(page.select("figure").get(0).select("small").text()).isEqualTo("sample 17");
  }

  @Test
  void whatIsNoPictureDoesNotGetIntoThePage() {
    Document page = page(true, sample("dog", "PHN2Zz4="), sample("dog", PNG + "\" onload=\"x"));
    assertThat(page.select("figure")).hasSize(4);
    assertThat(page.select("img")).hasSize(1);
  }

  @Test
  void ofSeveralConfigurationsFewAreShown() {
    GallerySample[] many =
        Collections.nCopies(24, sample("dog", PNG)).toArray(GallerySample[]::new);
    assertThat(page(true, many).select("figure")).hasSize(26);
    assertThat(page(false, many).select("figure")).hasSize(8);
  }
}
