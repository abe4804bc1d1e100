package io.github.sid4j.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a method before anything is made: its name, where it is defined, what it brings
 * and what it can do. Rules between settings, help, bench and reshape read it. Immutable.
 */
public final class MethodFacts {
  private final String name;
  private final String summary;
  private final Optional<Paper> paper;
  private final List<String> topologies;
  private final Map<String, String> defaults;
  private final Set<MethodTrait> traits;
  private final List<MethodCondition> conditions;
  private final List<Setting<?>> settings;

  private MethodFacts(Builder builder) {
    name = builder.name;
    summary = builder.summary;
    paper = Optional.ofNullable(builder.paper);
    topologies = builder.topologies;
    defaults = Collections.unmodifiableMap(new LinkedHashMap<>(builder.defaults));
    traits = Collections.unmodifiableSet(EnumSet.copyOf(builder.traits));
    conditions = List.copyOf(builder.conditions);
    settings = List.copyOf(builder.settings);
  }

  /**
   * Begins the facts of a method.
   *
   * @param name in files and flags: lower-case letters, digits and hyphens
   * @return a builder; unless it is given more, the method is defined on every topology
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Its name in files and flags. */
  public String name() {
    return name;
  }

  /** What is trained, in one line without a period. */
  public String summary() {
    return summary;
  }

  /** Where it is published. */
  public Optional<Paper> paper() {
    return paper;
  }

  /** Words of {@link ModelSetting#TOPOLOGY} on which it is defined; at least one. */
  public List<String> topologies() {
    return topologies;
  }

  /** Texts by setting name where the method brings another default than the table's. */
  public Map<String, String> defaults() {
    return defaults;
  }

  /** What it can do and does. */
  public Set<MethodTrait> traits() {
    return traits;
  }

  /**
   * Whether it has a trait.
   *
   * @param trait to look for
   * @return true if it does
   */
  public boolean has(MethodTrait trait) {
    return traits.contains(trait);
  }

  /** What settings have to be with it; the first that does not hold is reported. */
  public List<MethodCondition> conditions() {
    return conditions;
  }

  /** The settings that are its alone. */
  public List<Setting<?>> settings() {
    return settings;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects facts. Not safe for several threads. */
  public static final class Builder {
    private final String name;
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Set<MethodTrait> traits = EnumSet.noneOf(MethodTrait.class);
    private final List<MethodCondition> conditions = new ArrayList<>();
    private final List<Setting<?>> settings = new ArrayList<>();
    private String summary = "";
    private @Nullable Paper paper;
    private List<String> topologies = List.of("shared", "staged", "whole");

    private Builder(String name) {
      this.name = name;
    }

    /**
     * What is trained.
     *
     * @param line without a period
     * @return this builder
     */
    public Builder summary(String line) {
      summary = line;
      return this;
    }

    /**
     * Where it is published.
     *
     * @param title of the paper
     * @param reference authors, venue and year
     * @return this builder
     */
    public Builder paper(String title, String reference) {
      paper = new Paper(title, reference);
      return this;
    }

    /**
     * Where it is defined.
     *
     * @param words of {@link ModelSetting#TOPOLOGY}, at least one; the first is its default, unless
     *     the table's is among them
     * @return this builder
     */
    public Builder topologies(String... words) {
      topologies = List.of(words);
      if (!topologies.contains(ModelSetting.TOPOLOGY.defaultValue())) {
        byDefault(ModelSetting.TOPOLOGY, topologies.get(0));
      }
      return this;
    }

    /**
     * What it can do and does.
     *
     * @param more to add
     * @return this builder
     */
    public Builder traits(MethodTrait... more) {
      Collections.addAll(traits, more);
      return this;
    }

    /**
     * A default that suits it better than the table's.
     *
     * @param setting any but {@code dataset} and {@code method}
     * @param value where the user gives none
     * @param <T> its type
     * @return this builder
     */
    public <T> Builder byDefault(Setting<T> setting, T value) {
      defaults.put(setting.name(), setting.type().format(value));
      return this;
    }

    /**
     * What settings have to be with it.
     *
     * @param more to add, in the order in which they are checked
     * @return this builder
     */
    public Builder conditions(MethodCondition... more) {
      Collections.addAll(conditions, more);
      return this;
    }

    /**
     * The settings that are its alone: flags and files know them while the method is there.
     *
     * @param more to add, made by {@link Setting#deciding}
     * @return this builder
     */
    public Builder settings(Setting<?>... more) {
      Collections.addAll(settings, more);
      return this;
    }

    /** Makes the facts. */
    public MethodFacts build() {
      return new MethodFacts(this);
    }
  }
}
