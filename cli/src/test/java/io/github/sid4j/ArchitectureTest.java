package io.github.sid4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package may know which, in which module it is, and what no class of the library does.
 * Stands where all modules are on the class path.
 */
@AnalyzeClasses(
    packages = "io.github.sid4j",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutCommandLine.class})
class ArchitectureTest {
  private static final String ROOT = "io.github.sid4j.";
  private static final String INTERNAL = "internal.";

  /** The command line may print and end the process. The test kit is no part of a module. */
  static final class WithoutCommandLine implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/io/github/sid4j/cli/") && !location.contains("-tests.jar");
    }
  }

  /** Tests are found from the project's folder where there are several processes for them. */
  private static final Path DOCUMENT =
      Stream.of("../docs/contributing", "docs/contributing")
          .map(folder -> Path.of(folder, "architecture.md"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();

  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");
  private static final Pattern SECTION = Pattern.compile("### sid4j-([a-z]+)");

  /** The folder of a module, or the name of its jar, in the address of a class. */
  private static final Pattern MODULE = Pattern.compile("/([a-z]+)/target/|/sid4j-([a-z]+)-[0-9]");

  /**
   * For each package of ours, the others of ours that it may know, as the document's table says.
   * Nothing else is allowed.
   */
  private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

  private static Map<String, Set<String>> mayKnow() {
    Map<String, Set<String>> reported = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(DOCUMENT)) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          Set<String> known = new TreeSet<>();
          NAME.matcher(row.group(2)).results().forEach(name -> known.add(name.group(1)));
          reported.put(row.group(1), known);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reported;
  }

  @ArchTest
  static void theTableHasOurPackagesAndNoOthers(JavaClasses ours) {
    Set<String> packages = new TreeSet<>();
    ours.forEach(one -> packages.add(packageName(one)));
    assertThat(MAY_KNOW.keySet()).isEqualTo(packages);
    MAY_KNOW.forEach((name, known) -> assertThat(packages).as(name).containsAll(known));
  }

  @ArchTest
  static void everyPackageIsInTheModuleOfItsSectionAndInNoOther(JavaClasses ours)
      throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    Set<String> section = new TreeSet<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher heading = SECTION.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        section = documented.computeIfAbsent(heading.group(1), module -> new TreeSet<>());
      } else if (row.matches()) {
        section.add(row.group(1));
      }
    }
    Map<String, Set<String>> found = new TreeMap<>();
    ours.forEach(
        one -> found.computeIfAbsent(module(one), module -> new TreeSet<>()).add(packageName(one)));
    assertThat(found).isEqualTo(documented);
  }

  private static String module(JavaClass one) {
    Matcher place = MODULE.matcher(one.getSource().orElseThrow().getUri().toString());
    assertThat(place.find()).as(one.getName()).isTrue();
    return place.group(1) != null ? place.group(1) : place.group(2);
  }

  /** The first part of the name below the root: what is internal belongs to the same package. */
  private static String packageName(JavaClass one) {
    return withoutInternal(one.getPackageName()).split("\\.", 2)[0];
  }

  private static String withoutInternal(String packageName) {
    String name = packageName.substring(ROOT.length());
    return name.startsWith(INTERNAL) ? name.substring(INTERNAL.length()) : name;
  }

  /** What may be null in the API is in its types, and NullAway checks the code behind it. */
  @ArchTest
  static void everyPackageOfTheApiIsMarkedForNull(JavaClasses ours) {
    Set<String> unmarked = new TreeSet<>();
    ours.stream()
        .map(JavaClass::getPackage)
        .filter(one -> !one.getName().startsWith(ROOT + INTERNAL))
        .filter(one -> !one.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
        .forEach(one -> unmarked.add(one.getName()));
    assertThat(unmarked).isEmpty();
  }

  @ArchTest
  static void everyPackageKnowsOnlyWhatTheTableAllows(JavaClasses ours) {
    MAY_KNOW.forEach(
        (name, known) -> {
          String[] allowed =
              Stream.concat(Stream.of(name), known.stream())
                  .flatMap(ArchitectureTest::withSubpackages)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAnyPackage(packages(name))
              .should()
              .dependOnClassesThat(
                  resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(allowed))))
              .because("the table allows " + name + " only " + known)
              .check(ours);
        });
  }

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().assignedFrom(new WithInternal()).should().beFreeOfCycles();

  /** A package and what is internal to it are one. */
  private static final class WithInternal implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      return one.getPackageName().startsWith(ROOT)
          ? SliceIdentifier.of(withoutInternal(one.getPackageName()))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages with their internals";
    }
  }

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_KNOWS_NATIVE_CODE =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("engine"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "com.sun.jna..");

  /** What sends between processes has traps in Java, which are to be met in one place. */
  @ArchTest
  static final ArchRule TWO_CLASSES_KNOW_C10D =
      noClasses()
          .that()
          .doNotHaveSimpleName("Meeting")
          .and()
          .doNotHaveSimpleName("RankGroup")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.bytedeco\\.pytorch\\.((TCP|File|Prefix)?Store|ProcessGroup|Work|Backend"
                  + "|Barrier|TCPStoreOptions|gloo).*");

  /** The names of libtorch's functions that make a tensor of nothing, or of memory of Java's. */
  private static final Pattern MAKES_TENSORS =
      Pattern.compile(
          "(empty|zeros|ones|full|rand|randn|randint)(_.*)?|(new|sparse)_.*|scalar_tensor"
              + "|tensor|arange|range|linspace|logspace|eye|randperm|from_(blob|file)|create");

  /** So that a tensor is on the device of its part, whatever that is. */
  @ArchTest
  static void oneClassMakesTensors(JavaClasses ours) {
    Set<String> makers = new TreeSet<>();
    for (JavaClass one : ours) {
      one.getMethodCallsFromSelf().stream()
          .filter(call -> call.getTargetOwner().getPackageName().startsWith("org.bytedeco.pytorch"))
          .filter(call -> MAKES_TENSORS.matcher(call.getName()).matches())
          // Options of a connection, and no tensor.
          .filter(call -> !call.getTargetOwner().getName().endsWith("ProcessGroupGloo$Options"))
          .forEach(call -> makers.add(one.getSimpleName()));
    }
    assertThat(makers).containsExactly("TensorFactory");
  }

  @ArchTest
  static final ArchRule ONLY_EXPORT_KNOWS_ONNX =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("export"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "ai.onnx..", "ai.onnxruntime..", "org.tribuo..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule ONLY_DOWNLOADS_AND_THE_LIVE_PAGE_KNOW_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("fetch", "watch"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              URLConnection.class, Socket.class, ServerSocket.class, SocketChannel.class);

  @ArchTest
  static final ArchRule A_PAGE_NEVER_REACHES_LIBTORCH =
      noClasses()
          .that()
          .resideInAnyPackage(packages("report", "watch"))
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(packages("engine"));

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

  private static String[] packages(String... names) {
    return Stream.of(names).flatMap(ArchitectureTest::withSubpackages).toArray(String[]::new);
  }

  private static Stream<String> withSubpackages(String name) {
    return Stream.of(ROOT + name + "..", ROOT + INTERNAL + name + "..");
  }
}
