package io.github.sid4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which package may know which, and what no class of the library does. */
@AnalyzeClasses(packages = "io.github.sid4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.sid4j.";

  /** For each package of ours, the others of ours that it may know. Nothing else is allowed. */
  static final Map<String, Set<String>> MAY_KNOW =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("error", Set.of()),
              Map.entry("random", Set.of()),
              Map.entry("engine", Set.of()),
              Map.entry("network", Set.of("engine", "random")),
              Map.entry("cascade", Set.of("engine", "network")),
              Map.entry("objective", Set.of("engine", "cascade")),
              Map.entry("optim", Set.of("engine", "network")),
              Map.entry("execution", Set.of("error", "engine", "network", "cascade", "objective")),
              Map.entry(
                  "method",
                  Set.of("engine", "network", "cascade", "objective", "optim", "execution")),
              Map.entry("data", Set.of("error", "random")),
              Map.entry("fetch", Set.of("error")),
              Map.entry("settings", Set.of("error")),
              Map.entry("checkpoint", Set.of("error")),
              Map.entry("process", Set.of()),
              Map.entry("tensorboard", Set.of()),
              Map.entry(
                  "predict",
                  Set.of(
                      "error",
                      "engine",
                      "network",
                      "cascade",
                      "checkpoint",
                      "data",
                      "model",
                      "run")),
              Map.entry(
                  "calibrate",
                  Set.of(
                      "error",
                      "engine",
                      "network",
                      "cascade",
                      "checkpoint",
                      "data",
                      "model",
                      "predict",
                      "report",
                      "run",
                      "train")),
              Map.entry(
                  "export",
                  Set.of(
                      "error",
                      "random",
                      "engine",
                      "network",
                      "cascade",
                      "data",
                      "checkpoint",
                      "settings",
                      "run",
                      "model")),
              Map.entry(
                  "model",
                  Set.of(
                      "error",
                      "random",
                      "engine",
                      "network",
                      "cascade",
                      "data",
                      "settings",
                      "checkpoint",
                      "run")),
              Map.entry(
                  "compare",
                  Set.of("error", "checkpoint", "process", "report", "settings", "run", "train")),
              Map.entry("run", Set.of("error", "checkpoint")),
              Map.entry(
                  "report", Set.of("error", "checkpoint", "data", "process", "run", "settings")),
              Map.entry(
                  "bench",
                  Set.of(
                      "error",
                      "random",
                      "engine",
                      "network",
                      "cascade",
                      "objective",
                      "optim",
                      "method",
                      "model",
                      "data",
                      "process",
                      "settings",
                      "run",
                      "train")),
              Map.entry(
                  "train",
                  Set.of(
                      "error",
                      "random",
                      "engine",
                      "network",
                      "cascade",
                      "objective",
                      "optim",
                      "execution",
                      "method",
                      "model",
                      "data",
                      "fetch",
                      "settings",
                      "checkpoint",
                      "run",
                      "tensorboard"))));

  @ArchTest
  static void everyPackageKnowsOnlyWhatTheTableAllows(JavaClasses ours) {
    MAY_KNOW.forEach(
        (name, known) -> {
          String[] allowed =
              Stream.concat(Stream.of(name), known.stream())
                  .map(ArchitectureTest::withSubpackages)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(withSubpackages(name))
              .should()
              .dependOnClassesThat(
                  resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(allowed))))
              .because("the table allows " + name + " only " + known)
              .check(ours);
        });
  }

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_IN_THE_TABLE =
      classes()
          .should()
          .resideInAnyPackage(
              MAY_KNOW.keySet().stream()
                  .map(ArchitectureTest::withSubpackages)
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_KNOWS_NATIVE_CODE =
      noClasses()
          .that()
          .resideOutsideOfPackage(withSubpackages("engine"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "com.sun.jna..");

  @ArchTest
  static final ArchRule ONLY_EXPORT_KNOWS_ONNX =
      noClasses()
          .that()
          .resideOutsideOfPackage(withSubpackages("export"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnx..", "ai.onnxruntime..", "org.tribuo..");

  @ArchTest
  static final ArchRule THE_LIBRARY_KNOWS_NO_COMMAND_LINE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei.progressbar..");

  @ArchTest
  static final ArchRule NOTHING_IS_PRINTED =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule LOGGING_IS_SLF4J =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule NOTHING_IS_INJECTED =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule ERRORS_HAVE_A_TYPE =
      GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule NOTHING_STATIC_CHANGES = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule A_LIBRARY_DOES_NOT_END_THE_PROCESS =
      noClasses().should().callMethod(System.class, "exit", int.class);

  private static String withSubpackages(String name) {
    return ROOT + name + "..";
  }
}
