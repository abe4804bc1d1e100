package io.github.sid4j.internal.cluster;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Meeting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes sure, before anything is computed, that all processes are there, each once, and that they
 * would compute the same: rank 0 compares what each says of itself with what holds here, and all
 * hear what it found.
 */
final class Handshake {
  private static final String AGREED = "agreed";
  private static final String VERDICT = "verdict";

  private final Meeting meeting;
  private final Seat seat;
  private final Duration patience;

  Handshake(Meeting meeting, Seat seat, Duration patience) {
    this.meeting = meeting;
    this.seat = seat;
    this.patience = patience;
  }

  private String key(String name) {
    return "sid4j/" + seat.attempt() + "/" + name;
  }

  /**
   * Says what this process is, and waits until all have.
   *
   * @param facts by name, each one line
   * @throws InputException if a process has another fact, or two have one rank
   * @throws LostRankException if one does not come in time
   */
  void shake(Map<String, String> facts) {
    if (meeting.count(key("seat" + seat.rank())) > 1) {
      String verdict = "rank %s: expected one process, found two".formatted(seat.rank());
      meeting.put(key(VERDICT), verdict);
      throw refusal(verdict);
    }
    meeting.put(key("facts" + seat.rank()), lines(facts));
    if (seat.rank() == 0) {
      compareAll(facts);
    } else {
      hear();
    }
  }

  private void compareAll(Map<String, String> facts) {
    long end = System.nanoTime() + patience.toNanos();
    for (int rank = 1; rank < seat.size(); rank++) {
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      Optional<String> said = meeting.await(key("facts" + rank), left);
      if (said.isEmpty()) {
        String missing =
            "rank %s of %s did not come within %s seconds"
                .formatted(rank, seat.size(), patience.toSeconds());
        meeting.put(key(VERDICT), missing);
        throw new LostRankException(missing);
      }
      Optional<String> difference = difference(rank, facts, map(said.get()));
      if (difference.isPresent()) {
        meeting.put(key(VERDICT), difference.get());
        throw refusal(difference.get());
      }
    }
    // Two of one rank may have come meanwhile.
    String verdict = meeting.look(key(VERDICT)).orElse(AGREED);
    meeting.put(key(VERDICT), verdict);
    if (!verdict.equals(AGREED)) {
      throw refusal(verdict);
    }
  }

  private void hear() {
    String verdict =
        meeting
            .await(key(VERDICT), patience.plusSeconds(2))
            .orElseThrow(
                () ->
                    new LostRankException(
                        "rank 0 of %s did not come within %s seconds"
                            .formatted(seat.size(), patience.toSeconds())));
    if (verdict.contains("did not come")) {
      throw new LostRankException(verdict);
    }
    if (!verdict.equals(AGREED)) {
      throw refusal(verdict);
    }
  }

  private static Optional<String> difference(
      int rank, Map<String, String> here, Map<String, String> there) {
    return here.entrySet().stream()
        .filter(fact -> !fact.getValue().equals(there.get(fact.getKey())))
        .findFirst()
        .map(
            fact ->
                "rank %s: expected %s %s as rank 0 has, found %s"
                    .formatted(
                        rank,
                        fact.getKey(),
                        fact.getValue(),
                        there.getOrDefault(fact.getKey(), "none")));
  }

  private static InputException refusal(String verdict) {
    return InputException.read(
        verdict + "; start all processes with one command, the same version and the same settings");
  }

  private static String lines(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + "=" + fact.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> map(String lines) {
    Map<String, String> facts = new LinkedHashMap<>();
    lines
        .lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> facts.put(parts[0], parts[1]));
    return facts;
  }
}
