import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills ranks of a run at random moments and resumes it on 4, 2, 1 and 3 processes in turn. Each
 * session has to end in bounded time with a line that names the rank, and each run that gets
 * through has to have the bits of one that nobody disturbed. For Linux. See README.md.
 */
final class Kills {
  private static final int[] PROCESSES = {4, 2, 1, 3};
  private static final List<String> MOMENTS =
      List.of("rendezvous", "filling", "commit", "validation", "any");
  private static final int PATIENCE = 60;

  /** The patience, the command's own 8 seconds for those that are stuck, and what a busy machine takes. */
  private static final int BOUND = PATIENCE + 8 + 10;

  private static final int MOST_SECONDS = 180;

  private final List<String> sid;
  private final Path work;
  private final Random random;
  private final List<String> wrong = new ArrayList<>();
  private int kills;
  private int completed;
  private int session;

  private Kills(List<String> sid, Path work, long seed) {
    this.sid = sid;
    this.work = work;
    random = new Random(seed);
  }

  /** Usage: java Kills.java KILLS MINUTES SEED WORK-FOLDER SID-COMMAND... */
  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[3]);
    Files.createDirectories(work);
    Kills all =
        new Kills(List.of(args).subList(4, args.length), work, Long.parseLong(args[2]));
    all.run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    System.exit(all.wrong.isEmpty() ? 0 : 1);
  }

  private void run(int most, int minutes) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    Path calm = work.resolve("calm");
    delete(calm);
    if (start(calm, 1).process().waitFor() != 0) {
      throw new IllegalStateException("the run without kills failed: see " + work);
    }
    String expected = outcome(calm);
    System.out.println("without kills: SHA-256 " + expected);
    Path run = work.resolve("killed");
    delete(run);
    while (kills < most && System.nanoTime() < end) {
      if (disturbed(run)) {
        check(run, expected);
      }
    }
    while (start(run, PROCESSES[session++ % PROCESSES.length]).process().waitFor() != 0) {
      wrong.add("a session that nobody disturbed failed");
      if (wrong.size() > 5) {
        break;
      }
    }
    check(run, expected);
    System.out.printf(
        "%d kills, %d runs came through with the bits of the one without kills, %d things wrong%n",
        kills, completed, wrong.size());
    wrong.forEach(System.out::println);
  }

  private void check(Path run, String expected) throws Exception {
    completed++;
    if (!outcome(run).equals(expected)) {
      completed--;
      wrong.add("other bits than without kills");
      Files.move(run, work.resolve("wrong-" + kills));
    }
    delete(run);
  }

  /** A session of the command, which is running. */
  private record Session(Process process, Path output, long began) {}

  private Session start(Path run, int processes) throws IOException {
    List<String> words = new ArrayList<>(sid);
    String given =
        "train --dataset digits --network mlp --depth 4 --hidden 64 --topology staged --stages 4"
            + " --threads 4 --precision fp32 --execution pipeline --epochs 24 --validation 0.5"
            + " --checkpoint-steps 7 --max-restarts 0 --seed 3 --resume";
    words.addAll(List.of(given.split(" ")));
    words.addAll(List.of("--peer-timeout", "" + PATIENCE, "--processes", "" + processes));
    words.addAll(List.of("--out", run.toString()));
    Path output = work.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    return new Session(builder.start(), output, System.currentTimeMillis());
  }

  /** Whether the run is through after this session. */
  private boolean disturbed(Path run) throws Exception {
    int processes = PROCESSES[session++ % PROCESSES.length];
    Session now = start(run, processes);
    String moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
    awaitMoment(now, run, moment);
    List<ProcessHandle> ranks = ranks(now, processes);
    if (!now.process().isAlive() || ranks.size() < processes) {
      return end(now);
    }
    // One in ten is the command that started the ranks; one in eight ranks is stopped, not killed.
    boolean starter = processes > 1 && random.nextInt(10) == 0;
    boolean stops = processes > 1 && !starter && random.nextInt(8) == 0;
    int rank = random.nextInt(processes);
    String phase = phase(now, run);
    ProcessHandle victim = starter ? now.process().toHandle() : ranks.get(rank);
    long at = System.nanoTime();
    signal(victim, stops ? "STOP" : "KILL");
    boolean bounded = now.process().waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    for (ProcessHandle left : ranks) {
      bounded &= ended(left);
    }
    double seconds = (System.nanoTime() - at) / 1e9;
    String said = lastLines(now.output());
    boolean named = starter || processes == 1 || said.contains("rank " + rank);
    if (bounded && now.process().exitValue() == 0) {
      return true; // It was over already.
    }
    kills++;
    String what = (starter ? "KILL of the starter" : stops ? "STOP" : "KILL");
    String line =
        String.format(
            Locale.ROOT,
            "{\"kill\":%d,\"what\":\"%s\",\"processes\":%d,\"rank\":%d,\"phase\":\"%s\",\"seconds\":%.1f,\"named\":%b}",
            kills, what, processes, starter ? -1 : rank, phase, seconds, named);
    Files.writeString(
        work.resolve("kills.jsonl"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (!named || !bounded || seconds > BOUND) {
      wrong.add(line + " said: " + said);
    }
    now.process().descendants().forEach(ProcessHandle::destroyForcibly);
    now.process().destroyForcibly();
    return false;
  }

  private static boolean ended(ProcessHandle rank) throws Exception {
    try {
      rank.onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (java.util.concurrent.TimeoutException e) {
      rank.destroyForcibly();
      return false;
    }
  }

  /** A session that was over before its kill: with success, or it is reported. */
  private boolean end(Session now) throws Exception {
    int code = now.process().waitFor();
    if (code != 0) {
      wrong.add("exit code " + code + " without a kill: " + lastLines(now.output()));
    }
    return code == 0;
  }

  private void awaitMoment(Session now, Path run, String moment) throws Exception {
    if (moment.equals("rendezvous") || moment.equals("any")) {
      pause(now, random.nextInt(moment.equals("any") ? 40_000 : 8_000));
      return;
    }
    while (now.process().isAlive() && !phase(now, run).equals(moment)) {
      pause(now, 1);
    }
    if (!moment.equals("commit")) {
      pause(now, random.nextInt(200));
    }
  }

  private static void pause(Session now, int millis) throws InterruptedException {
    now.process().waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** What the run was at, as its folder says. */
  private static String phase(Session now, Path run) throws IOException {
    Path live = run.resolve("live.json");
    Path checkpoints = run.resolve("checkpoints");
    try {
      if (!Files.exists(live) || Files.getLastModifiedTime(live).toMillis() < now.began()) {
        return "rendezvous";
      }
      if (Files.isDirectory(checkpoints)) {
        try (Stream<Path> all = Files.list(checkpoints)) {
          if (all.anyMatch(path -> path.getFileName().toString().startsWith(".tmp-"))) {
            return "commit";
          }
        }
      }
      String said = Files.readString(live);
      boolean first = said.matches("(?s).*\"step_in_epoch\":[0-4],.*");
      return !said.contains("\"doing\":\"training\"") ? "validation" : first ? "filling" : "training";
    } catch (java.nio.file.NoSuchFileException e) {
      return "training"; // It was replaced at this moment.
    }
  }

  /** By their numbers; of one process it is the command itself. */
  private static List<ProcessHandle> ranks(Session now, int processes) {
    if (processes == 1) {
      return List.of(now.process().toHandle());
    }
    return now.process()
        .children()
        .filter(child -> seat(child).isPresent())
        .sorted(Comparator.comparing(child -> seat(child).orElseThrow()))
        .toList();
  }

  private static Optional<String> seat(ProcessHandle process) {
    try {
      String environment =
          Files.readString(
              Path.of("/proc", "" + process.pid(), "environ"), StandardCharsets.ISO_8859_1);
      return Stream.of(environment.split("\0")).filter(v -> v.startsWith("SID_SEAT=")).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void signal(ProcessHandle process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  private static String lastLines(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }

  /** Of both weights, and of the metrics without their times. */
  private static String outcome(Path run) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(run.resolve("weights.safetensors")));
    digest.update(Files.readAllBytes(run.resolve("best.safetensors")));
    for (String epoch : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      digest.update(
          epoch.replaceAll(",\"samples_per_second\":.*", "").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
