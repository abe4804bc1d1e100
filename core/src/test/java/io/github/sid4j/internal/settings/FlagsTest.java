package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {
  @Test
  void onlyWhatWouldNotHoldAnywayIsSaid() {
    Settings settings =
        Settings.parse(Map.of("dataset", "digits", "batch", "32", "seed", "7", "out", "x"));
    assertThat(Flags.of(settings))
        .containsExactly("--dataset", "digits", "--method", "sid", "--seed", "7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules=3,alpha=0.9..0.3,seed=4",
        "method=dgl,network=mlp,stages=3",
        "method=backprop,network=resnet18,topology=whole,lr=0.1",
        "method=sid,network=resnet18,topology=staged,cuts=2;5,belief-input=false",
        "dataset=csv,data=a b.csv,label-column=-x",
        "method=checkpointed-backprop,stages=2,topology=whole",
        "dataset=mnist,recipe=none",
        "dataset=mnist,optimizer=adam,lr=0.03",
        "dataset=mnist,optimizer=adam,lr=0.001,schedule=constant,batch=128",
        "dataset=mnist,schedule=cosine,warmup=1",
        "dataset=cifar10,network=resnet18,optimizer=muon,lr=4.4,nesterov=true",
        "dataset=folder,data=d,optimizer=adam",
      })
  void theWordsGiveTheSettingsAgain(String given) {
    Settings settings =
        Settings.resolve(
            List.of(given.split(",", -1)).stream()
                .map(pair -> pair.replace(';', ',').split("=", 2))
                .map(pair -> new Assignment(pair[0], pair[1], pair[0]))
                .toList());
    assertThat(Settings.resolve(read(Flags.of(settings)))).isEqualTo(settings);
  }

  private static List<Assignment> read(List<String> words) {
    List<Assignment> read = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String name = words.get(i).substring(2);
      if (name.contains("=")) {
        String[] pair = name.split("=", 2);
        read.add(Assignment.of(pair[0], pair[1]));
      } else if (name.startsWith("no-")) {
        read.add(Assignment.of(name.substring(3), "false"));
      } else if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
        read.add(Assignment.of(name, "true"));
      } else {
        read.add(Assignment.of(name, words.get(++i)));
      }
    }
    return read;
  }
}
