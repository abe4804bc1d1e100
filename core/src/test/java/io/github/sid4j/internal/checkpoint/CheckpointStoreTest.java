package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
  @TempDir Path folder;

  @Test
  void anEmptyStoreHasNoNewest() throws IOException {
    assertThat(open(1).newest(line -> {})).isEmpty();
  }

  @Test
  void keepsTheLastFew() throws IOException {
    CheckpointStore store = open(2);
    for (long step : new long[] {0, 9, 10, 100}) {
      save(store, step);
    }
    assertThat(names()).containsExactly("step-000000010", "step-000000100");
    assertThat(store.newest(line -> {}).orElseThrow())
        .isEqualTo(new Checkpoint(folder.resolve("step-000000100"), 100, List.of("a", "b")));
  }

  @Test
  void whatWasSavedLastIsTheNewestEvenAfterGoingBack() throws IOException {
    CheckpointStore store = open(3);
    for (long step : new long[] {10, 20, 30, 15}) {
      save(store, step);
    }
    assertThat(names()).containsExactly("step-000000010", "step-000000015");
  }

  @Test
  void stepsBeyondNineDigitsStayInOrder() throws IOException {
    CheckpointStore store = open(2);
    save(store, 999_999_999);
    save(store, 1_000_000_000);
    assertThat(store.newest(line -> {}).orElseThrow().step()).isEqualTo(1_000_000_000);
    assertThatThrownBy(() -> save(store, Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void openingRemovesWhatIsUnfinishedAndNothingElse() throws IOException {
    save(open(2), 10);
    String unfinished = ".tmp-step-000000020-01234567-89ab-cdef-0123-456789abcdef";
    Files.createDirectories(folder.resolve(unfinished).resolve("deep"));
    Files.writeString(folder.resolve(unfinished).resolve("deep/file"), "half");
    Files.createDirectories(folder.resolve(".tmp-notes"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    open(2);
    assertThat(names()).containsExactly(".tmp-notes", "notes.txt", "step-000000010");
  }

  @Test
  void ofAFinishedRunTheNewestWholeCheckpointAndTheOneBeforeAreKept() throws IOException {
    CheckpointStore store = open(3);
    for (int step : new int[] {10, 20, 30}) {
      save(store, step);
    }
    Files.writeString(folder.resolve("step-000000030/manifest.json"), "damaged");
    store.keepNewest();
    assertThat(names()).containsExactly("step-000000010", "step-000000020");
    Files.writeString(folder.resolve("step-000000010/manifest.json"), "damaged");
    Files.writeString(folder.resolve("step-000000020/manifest.json"), "damaged");
    store.keepNewest();
    assertThat(names()).containsExactly("step-000000010", "step-000000020");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void aLinkInPlaceOfACheckpointIsRefusedAndNotFollowed(@TempDir Path outside) throws IOException {
    CheckpointStore store = open(2);
    save(store, 10);
    Files.writeString(outside.resolve("notes.txt"), "mine");
    for (String name :
        List.of(
            "step-000000020",
            ".old-step-000000005",
            ".tmp-step-000000020-01234567-89ab-cdef-0123-456789abcdef")) {
      Path link = Files.createSymbolicLink(folder.resolve(name), outside);
      assertThatThrownBy(() -> open(2).newest(line -> {}))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(link + ": expected a folder, found a symbolic link");
      Files.delete(link);
    }
    assertThat(outside.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void whenAllAreDamagedItSaysWhatWasFoundAndWhatToDo() throws IOException {
    CheckpointStore store = open(2);
    save(store, 10);
    save(store, 20);
    Files.delete(folder.resolve("step-000000010/a"));
    Files.writeString(folder.resolve("step-000000020/b"), "longer than before");
    List<String> warnings = new ArrayList<>();
    assertThatThrownBy(() -> store.newest(warnings::add))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2, all damaged")
        .hasMessageContaining("step-000000010/a: expected a file of 1 bytes, found none")
        .hasMessageContaining("step-000000020/b: expected 1 bytes, found 18 bytes")
        .hasMessageContaining("start the run again");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aManifestCannotLeadOutOfTheFolder() throws IOException {
    CheckpointStore store = open(1);
    save(store, 10);
    Path manifest = folder.resolve("step-000000010/manifest.json");
    String json = Files.readString(manifest);
    for (String name : List.of("../a", "/a", "sub/a", "..", "a\\\\b", "manifest.json", "")) {
      Files.writeString(manifest, json.replace("\"a\"", "\"" + name + "\""));
      assertThatThrownBy(() -> store.newest(line -> {}))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("plain file names");
    }
  }

  @Test
  void refusesContentThatAManifestCannotName() throws IOException {
    CheckpointStore store = open(1);
    for (String name : List.of("manifest.json", ".hidden", "two words")) {
      assertThatThrownBy(() -> store.save(1, into -> Files.writeString(into.resolve(name), "x")))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> store.save(1, into -> Files.createDirectory(into.resolve("sub"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void askingForAFileThatWasNotSavedIsTheUsersMistake() throws IOException {
    CheckpointStore store = open(1);
    save(store, 10);
    Checkpoint checkpoint = store.newest(line -> {}).orElseThrow();
    assertThat(checkpoint.file("a")).hasContent("1");
    assertThatThrownBy(() -> checkpoint.file("c")).isInstanceOf(InputException.class);
  }

  private CheckpointStore open(int keep) throws IOException {
    return CheckpointStore.open(folder, keep);
  }

  private static void save(CheckpointStore store, long step) throws IOException {
    store.save(
        step,
        into -> {
          Files.writeString(into.resolve("b"), "2");
          Files.writeString(into.resolve("a"), "1");
        });
  }

  private List<String> names() throws IOException {
    return CheckpointFolder.list(folder).stream()
        .map(path -> path.getFileName().toString())
        .toList();
  }
}
