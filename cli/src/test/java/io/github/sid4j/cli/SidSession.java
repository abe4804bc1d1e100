package io.github.sid4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several commands, one after the other, in one process with a class path of its own. */
final class SidSession {
  private static final String NEXT = "--next--";
  private static final String EXIT = "exit ";
  private static final String OUT = "out ";
  private static final String ERR = "err ";

  private SidSession() {}

  /** Runs command lines with one more folder or jar on the class path. */
  static List<SidProcess.Ended> runWith(Path more, String[]... lines)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + more,
                SidSession.class.getName()));
    for (String[] words : lines) {
      command.addAll(List.of(words));
      command.add(NEXT);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return ended(printed.lines().toList());
  }

  private static List<SidProcess.Ended> ended(List<String> lines) {
    List<SidProcess.Ended> all = new ArrayList<>();
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(OUT)) {
        out.add(line.substring(OUT.length()));
      } else if (line.startsWith(ERR)) {
        err.add(line.substring(ERR.length()));
      } else if (line.startsWith(EXIT)) {
        int code = Integer.parseInt(line.substring(EXIT.length()));
        all.add(new SidProcess.Ended(code, List.copyOf(out), List.copyOf(err)));
        out.clear();
        err.clear();
      }
    }
    return all;
  }

  public static void main(String[] args) {
    List<String> words = new ArrayList<>();
    for (String arg : args) {
      if (!arg.equals(NEXT)) {
        words.add(arg);
        continue;
      }
      SidProcess.Ended ended = SidHere.run(words.toArray(String[]::new));
      ended.out().forEach(line -> System.out.println(OUT + line));
      ended.err().forEach(line -> System.out.println(ERR + line));
      System.out.println(EXIT + ended.code());
      words.clear();
    }
  }
}
