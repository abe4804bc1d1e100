package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class UserPathTest {
  private static final String HOME = "/home/me";

  @Test
  void aTildeAloneOrBeforeASlashIsTheHomeFolder() {
    assertThat(UserPath.of("~", HOME)).isEqualTo(Path.of(HOME));
    assertThat(UserPath.of("~/", HOME)).isEqualTo(Path.of(HOME));
    assertThat(UserPath.of("~/runs/a b", HOME)).isEqualTo(Path.of("/home/me/runs/a b"));
  }

  @Test
  void anotherTildeIsAnOrdinaryCharacter() {
    assertThat(UserPath.of("./~", HOME)).isEqualTo(Path.of("./~"));
    assertThat(UserPath.of("a~/b", HOME)).isEqualTo(Path.of("a~/b"));
    assertThat(UserPath.of("a/~/b", HOME)).isEqualTo(Path.of("a/~/b"));
  }

  @Test
  void theHomeOfAnotherUserIsRefusedInALine() {
    assertThatThrownBy(() -> Settings.parse(Map.of("out", "~other/runs")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "out: expected the path of a file or folder, found '~other/runs'; write the home folder"
                + " of another user in full, and a folder of that name as ./~name");
  }

  @Test
  void aSettingHasTheHomeFolderInFull() {
    assertThat(Settings.parse(Map.of("out", "~/runs/x")).text(RunSetting.OUT))
        .endsWith("/runs/x")
        .doesNotContain("~");
  }

  @Property
  void aPathIsReadBackAsItIsWritten(@ForAll @NotEmpty @Chars({'~', '/', '.', 'a'}) String text) {
    Path path = Path.of(text);
    assertThat(UserPath.of(UserPath.text(path), HOME).normalize()).isEqualTo(path.normalize());
  }
}
