package io.github.sid4j.internal.cluster;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What launchers say of a process in its environment, each in variables of its own. */
final class Launchers {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final int HIGHEST_PORT = 65_535;
  private static final String DEFAULT_PORT = "29500";
  private static final int SLURM_PORTS = 15_000;
  private static final int SLURM_DIGITS = 10_000;

  /**
   * The variables of one launcher.
   *
   * @param rank which process it is
   * @param size how many there are
   * @param host where they meet
   * @param port likewise
   * @param attempt how often they were started before; may be missing
   */
  private record Names(String rank, String size, String host, String port, String attempt) {}

  private static final List<Names> ALL =
      List.of(
          new Names(
              "RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT", "TORCHELASTIC_RESTART_COUNT"),
          new Names("PET_NODE_RANK", "PET_NNODES", "PET_MASTER_ADDR", "PET_MASTER_PORT", "-"),
          new Names(
              "SLURM_PROCID",
              "SLURM_STEP_NUM_TASKS",
              "MASTER_ADDR",
              "MASTER_PORT",
              "SLURM_RESTART_COUNT"),
          new Names(
              "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT", "-"),
          new Names("PMI_RANK", "PMI_SIZE", "MASTER_ADDR", "MASTER_PORT", "-"),
          new Names("JOB_COMPLETION_INDEX", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT", "-"));

  /** How many processes a launcher started on this machine; of Slurm also as {@code 2(x3),1}. */
  private static final List<String> HERE =
      List.of(
          "LOCAL_WORLD_SIZE",
          "OMPI_COMM_WORLD_LOCAL_SIZE",
          "MPI_LOCALNRANKS",
          "SLURM_STEP_TASKS_PER_NODE");

  private static final Pattern FIRST_NUMBER = Pattern.compile("(\\d{1,6}).*");

  private Launchers() {}

  /** All variables by which a process takes itself for one of several. */
  static Set<String> variables() {
    return ALL.stream()
        .flatMap(
            names ->
                Stream.of(names.rank(), names.size(), names.host(), names.port(), names.attempt()))
        .collect(Collectors.toSet());
  }

  /** How many processes share this machine, at least 1. */
  static int here(Map<String, String> environment) {
    return HERE.stream()
        .map(environment::get)
        .filter(Objects::nonNull)
        .map(FIRST_NUMBER::matcher)
        .filter(Matcher::matches)
        .mapToInt(number -> Math.max(1, Integer.parseInt(number.group(1))))
        .findFirst()
        .orElse(1);
  }

  /** The first launcher that says anything of processes wins. */
  static Optional<Seat> seat(Map<String, String> environment) {
    return ALL.stream()
        .filter(names -> isMeant(names, environment))
        .findFirst()
        .flatMap(names -> seat(names, environment));
  }

  /**
   * Slurm sets its rank for the script of a job, too, and Kubernetes its index for jobs whose pods
   * know nothing of each other: there the rank alone means nothing.
   */
  private static boolean isMeant(Names names, Map<String, String> environment) {
    boolean ranked = environment.containsKey(names.rank());
    boolean sized = environment.containsKey(names.size());
    return switch (names.rank()) {
      case "SLURM_PROCID", "JOB_COMPLETION_INDEX" -> ranked && sized;
      case "RANK" -> ranked || (sized && !environment.containsKey("JOB_COMPLETION_INDEX"));
      default -> ranked || sized;
    };
  }

  private static Optional<Seat> seat(Names names, Map<String, String> environment) {
    int rank = number(names.rank(), needed(names, names.rank(), environment));
    int size = number(names.size(), needed(names, names.size(), environment));
    if (size == 1 && rank == 0) {
      return Optional.empty();
    }
    String host =
        Optional.ofNullable(environment.get(names.host()))
            .or(() -> slurmHost(names, environment))
            .orElseGet(() -> needed(names, names.host(), environment));
    String port =
        Optional.ofNullable(environment.get(names.port()))
            .or(() -> usualPort(names, environment))
            .orElseGet(() -> needed(names, names.port(), environment));
    boolean served = "True".equals(environment.get("TORCHELASTIC_USE_AGENT_STORE"));
    int attempt = number(names.attempt(), environment.getOrDefault(names.attempt(), "0"));
    return Optional.of(
        new Seat(
            rank,
            size,
            new MeetingPlace.BehindPort(
                host, port(names.port(), port), names.rank().equals("RANK") && served),
            attempt));
  }

  private static Optional<String> slurmHost(Names names, Map<String, String> environment) {
    return names.rank().equals("SLURM_PROCID")
        ? Stream.of("SLURM_STEP_NODELIST", "SLURM_JOB_NODELIST")
            .map(environment::get)
            .filter(Objects::nonNull)
            .findFirst()
            .map(SlurmNodes::first)
        : Optional.empty();
  }

  /** Slurm's by the job, so that two jobs on a node have two. */
  private static Optional<String> usualPort(Names names, Map<String, String> environment) {
    String job = environment.get("SLURM_JOB_ID");
    if (names.rank().equals("SLURM_PROCID") && job != null) {
      return Optional.of("" + (SLURM_PORTS + number("SLURM_JOB_ID", job) % SLURM_DIGITS));
    }
    return names.rank().equals("RANK") ? Optional.empty() : Optional.of(DEFAULT_PORT);
  }

  private static String needed(Names names, String name, Map<String, String> environment) {
    String value = environment.get(name);
    if (value == null) {
      List<String> set =
          Stream.of(names.rank(), names.size(), names.host(), names.port())
              .filter(environment::containsKey)
              .toList();
      throw new InputException(
          "the environment",
          "the variable %s next to %s".formatted(name, String.join(", ", set)),
          "none",
          "set it, as the launcher of a run of several processes does, or unset %s to train in one"
              .formatted(set.get(0)));
    }
    return value;
  }

  private static int number(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new InputException(
          "the variable " + name, "a whole number", text, "give a fixed number of processes");
    }
    return Integer.parseInt(text);
  }

  static int port(String name, String text) {
    int port = number(name, text);
    if (port < 1 || port > HIGHEST_PORT) {
      throw new InputException(
          "the variable " + name, "a port of 1 to " + HIGHEST_PORT, text, "choose another");
    }
    return port;
  }
}
