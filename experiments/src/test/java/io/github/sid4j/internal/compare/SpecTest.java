package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecTest {
  @TempDir private Path temp;

  private Spec read(String text) throws IOException {
    Path file = temp.resolve("s.yaml");
    Files.writeString(file, text);
    return Spec.read(file);
  }

  @Test
  void allPartsAreRead() throws IOException {
    Spec spec =
        read(
            """
            name: all parts
            settings: {dataset: digits, epochs: 3}
            runs:
              SID: {method: sid, alpha: [0.9, 0.50]}
              backprop (SGD): {method: backprop, optimizer: sgd, lr: 0.05}
            grid:
              modules: [2, 4]
              alpha: [0.10, [0.9, 0.3], 0.9..0.3]
            seeds: [1, 7]
            undefined: keep
            memory: 1.5g
            search:
              seed: 5
              settings: {epochs: 1}
              candidates: [{lr: 0.010}, {lr: 0.1, clip: 1}]
            """);
    assertThat(spec.name()).isEqualTo("all parts");
    assertThat(spec.runs().keySet()).containsExactly("SID", "backprop (SGD)");
    assertThat(spec.runs().get("SID").get(1).text()).isEqualTo("0.9,0.5");
    assertThat(spec.grid().get("alpha"))
        .extracting("text")
        .containsExactly("0.1", "0.9,0.3", "0.9..0.3");
    assertThat(spec.seeds()).isEqualTo(List.of(1L, 7L));
    assertThat(spec.keepsUndefined()).isTrue();
    assertThat(spec.memory()).isEqualTo(3L << 29);
    assertThat(spec.search().orElseThrow().seed()).isEqualTo(5);
    assertThat(spec.search().orElseThrow().candidates().get("SID").get(0).get(0).text())
        .isEqualTo("0.01");
  }

  @Test
  void relativeDataIsAPathFromTheFolderOfTheFile() throws IOException {
    Path absolute = temp.resolve("far");
    Spec spec =
        read("name: x\nsettings: {data: ../near}\nruns: {a: {}, b: {data: '" + absolute + "'}}");
    assertThat(spec.settings().get(0).text())
        .isEqualTo(temp.toAbsolutePath().resolveSibling("near").toString());
    assertThat(spec.runs().get("b").get(0).text()).isEqualTo(absolute.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | s.yaml: expected a comparison, found an empty file
          'a: [' | s.yaml line 1: expected YAML, found a mistake
          '[a]' | line 1, the comparison: expected lines of name: value, found a list
          'name: x' | s.yaml: expected runs, found none
          'runs: {a: {}}' | s.yaml: expected name, found none
          'name: x\\nrun: {a: {}}' | line 2, run: expected one of name, settings, runs, grid, seeds, search, undefined, memory, found 'run'; use runs
          'name: x\\nruns: {}' | line 2, runs: expected at least one run, found none
          'name: x\\nruns:\\n  a:\\n    metod: sid' | line 4, metod: expected the name of a setting, found 'metod'; use method
          'name: x\\nruns:\\n  a: {method: sdi}' | line 3, method: expected one of sid, backprop
          'name: x\\nruns:\\n  a: {}\\n  a: {}' | line 4, a: expected each name once, found it twice
          'name: x\\nruns: {a: {seed: 2}}' | line 2, seed: expected a setting of single runs, found one that the comparison decides; use seeds
          'name: x\\nruns: {a: {out: y}}' | line 2, out: expected a setting of single runs
          'name: x\\nruns: {a: {lr: {b: 1}}}' | line 2, lr: expected a plain value, found lines of name: value
          'name: x\\nruns: {a: {}}\\ngrid: {}' | line 3, grid: expected at least one axis, found none
          'name: x\\nruns: {a: {}}\\ngrid:\\n  lr: []' | line 4, lr: expected at least one value, found an empty list
          'name: x\\nruns: {a: {}}\\ngrid: {lr: 0.1}' | line 3, lr: expected a list, found '0.1'
          'name: x\\nruns: {a: {}}\\ngrid: {lr: [0.1, 0.10]}' | line 3, lr: expected each value once, found 0.1 twice
          'name: x\\nruns: {a: {}}\\nseeds: [1, -1]' | line 3, seed: expected an integer of at least 0, found '-1'
          'name: x\\nruns: {a: {}}\\nundefined: kep' | line 3, undefined: expected refuse or keep, found 'kep'; use keep
          'name: x\\nruns: {a: {}}\\nmemory: much' | line 3, memory: expected an amount of memory, found 'much'
          'name: x\\nruns: {a: {}}\\nsearch: {}' | line 3, search: expected candidates, found none
          'name: x\\nruns: {a: {}, b: {}}\\nsearch: {candidates: {a: [{lr: 1}]}}' | expected candidates for every run, found none for b
          'name: x\\nruns: {a: {}, b: {}}\\nsearch:\\n  candidates: {a: [{lr: 1}], b: [{lr: 1}, {lr: 2}]}' | line 4, candidates: expected the same number of candidates for every run, found 1 for a and 2 for b
          'name: x\\nruns: {a: {}}\\nsearch: {candidates: {c: [{lr: 1}]}}' | line 3, c: expected one of a, found 'c'
          'name: x\\nruns: {a: {}}\\ngrid: {lr: [1]}\\nsearch: {candidates: [{lr: 1}]}' | line 4, lr: expected a setting to search for, found one of the grid
          """)
  void whatIsWrongIsRefusedWithItsPlace(String text, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(text.replace("\\n", "\n")))
        .withMessageContaining(message);
  }
}
