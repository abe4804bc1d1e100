package io.github.sid4j.internal.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.fetch.PublicDatasets;
import org.junit.jupiter.api.Test;

/** Holds the provider, the public homes and the catalogue of core to each other. */
class ProviderCatalogueTest {
  @Test
  void everyPublishedDatasetThatIsNotBuiltInHasALoader() {
    assertThat(new PublicDatasetProvider().names())
        .containsExactlyInAnyOrderElementsOf(
            DatasetInfo.catalogue().stream()
                .filter(info -> info.classes() > 0)
                .filter(info -> info.source() != DatasetInfo.Source.BUILT_IN)
                .map(DatasetInfo::name)
                .toList());
  }

  @Test
  void whatTheCatalogueCallsDownloadableHasAPublicHome() {
    assertThat(PublicDatasets.names())
        .containsExactlyInAnyOrderElementsOf(
            DatasetInfo.catalogue().stream()
                .filter(DatasetInfo::downloadable)
                .map(DatasetInfo::name)
                .toList());
  }
}
