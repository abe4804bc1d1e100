package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicDatasetsTest {
  @Test
  void allAreFoundByTheirNames() {
    assertThat(PublicDatasets.names())
        .containsExactly("cifar10", "cifar100", "fashion-mnist", "mnist")
        .allSatisfy(
            name -> assertThat(PublicDatasets.find(name).orElseThrow().name()).isEqualTo(name));
  }

  @Test
  void anUnknownNameIsNotFound() {
    assertThat(PublicDatasets.find("imagenet")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist"})
  void theMnistsLandAsTheyAreInFoldersOfTheirNames(String name) {
    assertThat(PublicDatasets.find(name).orElseThrow().files())
        .hasSize(4)
        .noneMatch(PublicFile::archive)
        .allSatisfy(
            file ->
                assertThat(file.targets())
                    .containsExactly(FetchedFile.exactly(name + "/" + file.name(), file.bytes())));
  }

  @ParameterizedTest
  @CsvSource({
    "cifar10, cifar-10-batches-bin/test_batch.bin, 30730000, 7",
    "cifar10, cifar-10-batches-bin/data_batch_5.bin, 30730000, 7",
    "cifar100, cifar-100-binary/train.bin, 153700000, 4",
    "cifar100, cifar-100-binary/test.bin, 30740000, 4"
  })
  void theCifarsUnpackToRecordsOfTheirFormat(String name, String path, long bytes, int count) {
    PublicFile archive = PublicDatasets.find(name).orElseThrow().files().get(0);
    assertThat(archive.archive()).isTrue();
    assertThat(archive.targets()).hasSize(count).contains(FetchedFile.exactly(path, bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, http://a.example/",
    "https://a.example//b, https://a.example//b/",
    "https://a.example:8443/~b/, https://a.example:8443/~b/"
  })
  void aHomeIsMadeTheAddressOfAFolder(String given, String home) {
    PublicDataset moved = mnist().withHome(URI.create(given));
    assertThat(moved.homes()).containsExactly(URI.create(home));
    assertThat(moved.files()).isEqualTo(mnist().files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///data",
        "ftp://a.example/",
        "data",
        "http:///a",
        "https://a.example/?q",
        "https://a.example/#f",
        "https://me:hidden@a.example/",
        "https://me:hidden@a_b/",
        "http://a.example:70000/"
      })
  void aHomeThatIsNoFolderOnTheWebIsRefused(String home) {
    assertThatThrownBy(() -> mnist().withHome(URI.create(home)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected an http or https address")
        .hasMessageNotContainingAny("hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "../a", "a/..", "a\\b", "C:a", "a\nb"})
  void aTargetThatCouldLeaveTheFolderIsRefused(String path) {
    assertThatThrownBy(() -> FetchedFile.exactly(path, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileThatIsNoArchiveHasOneTarget() {
    Checksum md5 = Checksum.md5("0123456789ABCDEF0123456789ABCDEF");
    List<FetchedFile> two = List.of(FetchedFile.exactly("a", 1), FetchedFile.exactly("b", 1));
    assertThatThrownBy(() -> new PublicFile("a", 1, md5, false, two))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PublicDataset mnist() {
    return PublicDatasets.find("mnist").orElseThrow();
  }
}
