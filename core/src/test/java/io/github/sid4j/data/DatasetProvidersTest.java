package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ProgressListener;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What core says of published data sets where no provider is on the class path, as here. */
class DatasetProvidersTest {
  private static final String REMEDY =
      "dataset mnist: expected a library on the class path that opens it, found none;"
          + " add io.github.sid4j:sid4j-datasets";

  @TempDir private Path dir;

  @Test
  void theMissingArtefactIsNamed() {
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of("mnist", dir)))
        .isInstanceOf(InputException.class)
        .hasMessage(REMEDY);
    assertThatThrownBy(() -> Datasets.fetch("mnist", dir, ProgressListener.NONE))
        .isInstanceOf(InputException.class)
        .hasMessage(REMEDY);
  }

  @Test
  void aNameOfNoDatasetIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of("imagenet", null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected one of digits, mnist,")
        .hasMessageContaining("found imagenet");
  }
}
