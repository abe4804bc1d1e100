package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import io.github.sid4j.random.Rng;
import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.TextMutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@Tag("slow")
class SettingsFileFuzzTest {
  private static final String ODD = "\n\t :-?[]{},#&*!|>'\"%@`\\~.0eE\u0000\u0085\uFEFF";

  private static Path file;

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("settings", ".yaml");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefusedInOneLine(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
    readOrRefuse(bytes);
  }

  @Property(tries = 300)
  void aDamagedFileIsReadOrRefusedInOneLine(@ForAll long seed) throws IOException {
    StringBuilder text = new StringBuilder(Settings.defaults().toYaml());
    Rng rng = Rng.of(seed);
    for (int edits = 1 + rng.nextInt(4); edits > 0; edits--) {
      int at = rng.nextInt(text.length());
      char odd = ODD.charAt(rng.nextInt(ODD.length()));
      switch (rng.nextInt(4)) {
        case 0 -> text.setCharAt(at, odd);
        case 1 -> text.insert(at, String.valueOf(odd).repeat(1 + rng.nextInt(500)));
        case 2 -> text.delete(at, Math.min(text.length() - 1, at + rng.nextInt(30)));
        default -> text.insert(at, text.substring(rng.nextInt(text.length())));
      }
    }
    readOrRefuse(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<byte[]> yaml() {
    return TextMutations.of(Settings.defaults().toYaml());
  }

  @Property
  void foreignTextIsReadOrRefused(@ForAll("yaml") byte[] bytes) {
    // Rules between settings name these and no file.
    ForeignBytes.readOrRefused(
        "",
        () -> {
          Files.write(file, bytes);
          return Settings.read(file);
        });
  }

  private static void readOrRefuse(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      assertThat(Settings.read(file)).isNotNull();
    } catch (InputException e) {
      assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(500);
    }
  }
}
