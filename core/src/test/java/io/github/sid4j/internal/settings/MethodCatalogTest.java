package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodProvider;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.SettingTypes;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodCatalogTest {
  private static MethodProvider named(String name) {
    return () -> MethodFacts.named(name).build();
  }

  @Test
  void theDefaultComesFirstAndTheOthersByName() {
    MethodCatalog found = MethodCatalog.of(List.of(named("zoo"), named("ant"), named("sid")));
    assertThat(found.facts()).extracting(MethodFacts::name).containsExactly("sid", "ant", "zoo");
  }

  @Test
  void twoProvidersOfOneNameAreRefused() {
    assertThatThrownBy(() -> MethodCatalog.of(List.of(named("own"), new Other())))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("method own: expected one provider, found ")
        .hasMessageContaining(Other.class.getName())
        .hasMessageEndingWith("; remove one of their jars from the class path");
  }

  private static final class Other implements MethodProvider {
    @Override
    public MethodFacts facts() {
      return MethodFacts.named("own").build();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Own", "own method", "-own", "own:x", "own,x"})
  void aNameThatNoFlagCouldHaveIsRefused(String name) {
    assertThatThrownBy(() -> MethodCatalog.of(List.of(named(name))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a name of lower-case letters, digits and hyphens");
  }

  @Test
  void aSettingThatThereIsAlreadyIsRefused() {
    Setting<Boolean> batch =
        Setting.deciding(SettingGroup.MODEL, "batch", SettingTypes.yesOrNo(), true, "None.");
    MethodProvider own = () -> MethodFacts.named("own").settings(batch).build();
    assertThatThrownBy(() -> MethodCatalog.of(List.of(own)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("setting batch: expected one of that name, found another of");
  }

  @Test
  void aProviderThatFailsIsNamedInOneLine() {
    MethodProvider broken =
        () -> {
          throw new IllegalStateException("no\nluck");
        };
    assertThatThrownBy(() -> MethodCatalog.of(List.of(broken)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("provider " + broken.getClass().getName())
        .hasMessageContaining("no luck")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> MethodCatalog.of(List.of(() -> null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found none; mend the provider");
  }

  @Test
  void aProviderThatDoesNotLoadIsReportedInOneLine() {
    Iterable<MethodProvider> missing =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public MethodProvider next() {
                throw new ServiceConfigurationError("Provider x.Gone not found");
              }
            };
    assertThatThrownBy(() -> MethodCatalog.of(missing))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Provider x.Gone not found; mend the provider or remove its jar");
  }

  @Test
  void aMethodBringsTheTopologyThatItIsDefinedOnUnlessThatIsUsual() {
    assertThat(MethodFacts.named("a").topologies("whole", "staged").build().defaults())
        .containsExactly(Map.entry("topology", "whole"));
    assertThat(MethodFacts.named("a").topologies("staged", "shared").build().defaults()).isEmpty();
    assertThat(MethodFacts.named("a").build().topologies())
        .containsExactlyElementsOf(ModelSetting.TOPOLOGY.type().choices());
  }
}
