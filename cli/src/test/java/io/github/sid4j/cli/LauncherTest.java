package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script sid, with a Maven and a Java that only say how they are called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String SERIAL = "-XX:+UseSerialGC";
  private static final String YOUNG = "-Xmn64m";

  private static final String BUILD = "mkdir -p cli/target && echo jar >cli/target/sid.jar";
  private static final String PREPARING = "sid: preparing short starts, once...";

  @TempDir private Path folder;
  private Path project;
  private Path source;

  private record Said(int code, List<String> out, List<String> err) {}

  @BeforeEach
  void project() throws IOException {
    project = folder.resolve("a b/sid4j");
    source = project.resolve("core/src/main/A.java");
    write(project.resolve("pom.xml"), "pom.xml");
    for (String module : modules()) {
      write(project.resolve(module + "/pom.xml"), module);
      write(project.resolve(module + "/src/main/B.java"), module);
    }
    write(source, "one");
    Files.copy(Path.of("../sid"), project.resolve("sid"));
    script("sid", Files.readString(project.resolve("sid")));
    script("../bin/java", "#!/bin/sh\necho \"LC_ALL=${LC_ALL:-}\"\nprintf '%s\\n' \"$@\"\n");
    mvn(BUILD);
  }

  /** Builds by some commands in the project, and counts its calls. */
  private void mvn(String build) throws IOException {
    script(
        "../bin/mvn",
        """
        #!/bin/sh
        cd '%s'
        echo x >>calls
        echo 'Downloading from central: https://example.org/a/libtorch-1.jar'
        echo '[INFO] Building sid4j core 1.0                    [1/2]'
        echo '[INFO] --- compiler:3.14.0:compile (default-compile) @ sid4j-core ---'
        %s
        """
            .formatted(project, build));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void script(String name, String text) throws IOException {
    Path file = project.resolve(name);
    write(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Said sid(Map<String, String> environment) throws IOException, InterruptedException {
    return start(project.resolve("sid"), environment);
  }

  private Said start(Path script, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(script, environment, "train", "--data", "x y");
  }

  private Said start(String... words) throws IOException, InterruptedException {
    return start(project.resolve("sid"), Map.of(), words);
  }

  private Said start(Path script, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(words)).toList())
            .directory(folder.toFile())
            .redirectError(err.toFile());
    Map<String, String> variables = builder.environment();
    variables
        .keySet()
        .removeIf(name -> name.matches("J.*OPTIONS|_JAVA_OPTIONS|JAVA_HOME|LC_.*|LANG"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("PATH", project.resolve("../bin") + ":" + System.getenv("PATH"));
    variables.putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out.lines().toList(), Files.readAllLines(err));
  }

  /** The modules that the script says the command is made of. */
  private static List<String> modules() throws IOException {
    Matcher listed =
        Pattern.compile("(?m)^modules=\"(.*)\"$").matcher(Files.readString(Path.of("../sid")));
    assertThat(listed.find()).isTrue();
    return List.of(listed.group(1).split(" "));
  }

  private int builds() throws IOException {
    return Files.readAllLines(project.resolve("calls")).size();
  }

  @Test
  void aBuildIsDoneOnceAndShowsItsSteps() throws IOException, InterruptedException {
    assertThat(sid(Map.of()).err())
        .containsExactly(
            "sid: building, which takes some minutes (and fetching libtorch, about 110 MB, if Maven does not have it yet)...",
            "sid:   fetching libtorch-1.jar",
            "sid:   sid4j core 1.0 [1/2]",
            PREPARING);
    Said again = sid(Map.of());
    assertThat(again.err()).isEmpty();
    assertThat(again.out())
        .endsWith("-jar", project.toRealPath() + "/cli/target/sid.jar", "train", "--data", "x y");
    assertThat(builds()).isOne();
  }

  @Test
  void theScriptWatchesEveryModuleOnTheClassPath() throws IOException {
    Pattern module = Pattern.compile("(?:.*/)?([a-z]+)/target/(?:classes|s[^/]*(?<!-tests)\\.jar)");
    assertThat(System.getProperty("java.class.path").split(File.pathSeparator))
        .extracting(entry -> module.matcher(entry.replace('\\', '/')))
        .filteredOn(Matcher::matches)
        .extracting(found -> found.group(1))
        .containsExactlyInAnyOrderElementsOf(modules());
  }

  @Test
  void aSourceOfEachModuleCausesABuild() throws IOException, InterruptedException {
    sid(Map.of());
    int builds = 1;
    for (String module : modules()) {
      write(project.resolve(module + "/src/main/B.java"), "other");
      sid(Map.of());
      assertThat(builds()).as(module).isEqualTo(++builds);
    }
  }

  @Test
  void onlyOtherContentsCauseABuild() throws IOException, InterruptedException {
    sid(Map.of());
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 100_000));
    write(source.resolveSibling(".A.java.swp"), "of an editor");
    sid(Map.of());
    assertThat(builds()).isOne();
    write(source, "two");
    sid(Map.of());
    assertThat(builds()).isEqualTo(2);
    write(source.resolveSibling("C.java"), "new");
    sid(Map.of());
    assertThat(builds()).isEqualTo(3);
    Files.delete(source.resolveSibling("C.java"));
    sid(Map.of());
    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void aSourceThatIsSavedWhileABuildRunsIsBuiltTheNextTime()
      throws IOException, InterruptedException {
    mvn(BUILD + " && echo late >core/src/main/A.java");
    sid(Map.of());
    sid(Map.of());
    assertThat(builds()).isEqualTo(2);
    sid(Map.of());
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsIsReportedAndRepeated() throws IOException, InterruptedException {
    sid(Map.of());
    write(source, "wrong");
    mvn("echo '[ERROR] A.java is wrong'; exit 1");
    Said failed = sid(Map.of());
    assertThat(failed.code()).isOne();
    assertThat(failed.err())
        .contains("[ERROR] A.java is wrong")
        .last()
        .asString()
        .startsWith("sid: the build failed; all of it is in ");
    assertThat(failed.out()).isEmpty();
    write(source, "one");
    assertThat(sid(Map.of()).code()).isOne();
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void aDistributionIsNotBuilt() throws IOException, InterruptedException {
    script("../dist/bin/sid", Files.readString(project.resolve("sid")));
    Path jar = project.resolve("../dist/sid.jar");
    write(jar, "jar");
    Said said = start(project.resolve("../dist/bin/sid"), Map.of());
    assertThat(said.err()).containsExactly(PREPARING);
    assertThat(said.out()).contains("-jar", jar.toRealPath().toString());
    assertThat(project.resolve("calls")).doesNotExist();
  }

  @Test
  void anArchiveOfClassesIsMadeOnceAndUsed() throws IOException, InterruptedException {
    script(
        "../bin/java",
        """
        #!/bin/sh
        for word in "$@"; do
          case $word in -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;; esac
        done
        printf '%s\\n' "$@"
        """);
    Path archive = project.toRealPath().resolve("cli/target/sid.jsa");
    assertThat(sid(Map.of()).out()).contains("-XX:SharedArchiveFile=" + archive);
    assertThat(archive).hasContent("classes");
    assertThat(sid(Map.of()).err()).isEmpty();
    assertThat(sid(Map.of("JDK_JAVA_OPTIONS", "-Xshare:off")).out())
        .noneMatch(word -> word.contains("SharedArchiveFile"));
    write(source, "changed");
    assertThat(sid(Map.of()).err()).contains(PREPARING);
    try (Stream<Path> left = Files.list(archive.getParent())) {
      assertThat(left).noneMatch(file -> file.toString().contains(".jsa."));
    }
  }

  @Test
  void aJvmThatMakesNoArchiveIsAskedOnce() throws IOException, InterruptedException {
    assertThat(sid(Map.of()).out()).noneMatch(word -> word.contains("SharedArchiveFile"));
    assertThat(sid(Map.of()).err()).isEmpty();
  }

  @Test
  void onlyWhatEndsSoonIsCompiledOnce() throws IOException, InterruptedException {
    Path photo = folder.resolve("a photo.jpg");
    write(photo, "photo");
    String once = "-XX:TieredStopAtLevel=1";
    assertThat(start("predict", "run", photo.toString()).out()).contains(once);
    assertThat(start("recipes").out()).contains(once);
    assertThat(start("predict", "run", "-delete").out()).contains(once);
    assertThat(photo).exists();
    assertThat(start("predict", "run", folder.toString()).out()).doesNotContain(once);
    assertThat(start("train").out()).doesNotContain(once);
  }

  @Test
  void linksToTheScriptAreFollowed() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("a b/sid4j/sid"));
    assertThat(start(link, Map.of()).out()).contains(project.toRealPath() + "/cli/target/sid.jar");
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL,C", "LC_ALL,POSIX", "LC_ALL,xx_XX.UTF-8", "LC_ALL,''", "LANG,xx_XX.UTF-8"})
  void aLocaleWithoutLettersIsReplaced(String name, String value)
      throws IOException, InterruptedException {
    assertThat(
            sid(name.equals("LC_ALL") ? Map.of(name, value) : Map.of("LC_ALL", "", name, value))
                .out()
                .get(0))
        .matches("LC_ALL=.*[Uu][Tt][Ff]-?8")
        .doesNotContain("xx_XX");
  }

  @Test
  void withoutOptionsFromOutsideTheJvmGetsOurs() throws IOException, InterruptedException {
    assertThat(sid(Map.of()).out()).contains(SERIAL, YOUNG);
    assertThat(sid(Map.of("JAVA_TOOL_OPTIONS", "-Xmx4g")).out()).contains(SERIAL, YOUNG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void aCollectorFromOutsideIsTheOnlyOne(String name) throws IOException, InterruptedException {
    for (String option : List.of("-XX:+UseG1GC", "-Xmx1g -XX:+UseZGC", "@" + folder + "/options")) {
      write(folder.resolve("options"), "-Dx=y\n-XX:+UseParallelGC\n");
      assertThat(sid(Map.of(name, option)).out()).doesNotContain(SERIAL, YOUNG);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xmx48m", "-Xmn8m", "-Xms16m", "-XX:MaxRAMPercentage=5", "-XX:NewSize=1m"})
  void sizesFromOutsideWin(String option) throws IOException, InterruptedException {
    assertThat(sid(Map.of("JDK_JAVA_OPTIONS", option)).out())
        .contains(SERIAL)
        .doesNotContain(YOUNG);
  }
}
