package io.github.sid4j.internal.cluster;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Meeting;
import io.github.sid4j.internal.engine.PeerException;
import io.github.sid4j.internal.engine.RankGroup;
import io.github.sid4j.objective.DivergedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a run, connected. Whatever happens to one, all end within the patience and name
 * it. Safe for several threads.
 */
public final class Crew implements AutoCloseable {
  private final Seat seat;
  private final Duration patience;
  private final Meeting meeting;
  private final RankGroup peers;
  private final Pulse pulse;

  private Crew(Seat seat, Duration patience, Meeting meeting, RankGroup peers, RankGroup ring) {
    this.seat = seat;
    this.patience = patience;
    this.meeting = meeting;
    this.peers = peers;
    this.pulse = new Pulse(ring, patience, news -> peers.abort());
  }

  /**
   * Meets the others.
   *
   * @param seat of this process
   * @param patience until all are there, and for signs of life from then on
   * @param facts that must be the same everywhere, by name, each one line
   * @throws InputException if a process has another fact
   * @throws LostRankException if one does not come in time
   */
  public static Crew meet(Seat seat, Duration patience, Map<String, String> facts) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put("processes", "" + seat.size());
    String address = seat.place().ownAddress(patience);
    Meeting meeting = open(seat, patience);
    try {
      new Handshake(meeting, seat, patience).shake(all);
      List<RankGroup> groups =
          meeting.connect(
              seat.rank(),
              seat.size(),
              address,
              patience,
              "sid4j/" + seat.attempt() + "/run",
              "sid4j/" + seat.attempt() + "/ring");
      return new Crew(seat, patience, meeting, groups.get(0), groups.get(1));
    } catch (PeerException e) {
      throw new LostRankException("the processes could not connect: " + firstLine(e));
    }
  }

  private static Meeting open(Seat seat, Duration patience) {
    try {
      return seat.place().open(seat.rank(), patience);
    } catch (PeerException e) {
      throw new LostRankException(
          seat.rank() == 0
              ? "the port of %s could not be opened: %s".formatted(seat.place(), firstLine(e))
              : "rank 0 of %s was not found at %s within %s seconds"
                  .formatted(seat.size(), seat.place(), patience.toSeconds()));
    }
  }

  private static String firstLine(PeerException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** Which process this is. */
  public Seat seat() {
    return seat;
  }

  /** What sends to the others and receives. */
  public RankGroup peers() {
    return peers;
  }

  /**
   * Makes of an error what is to be thrown instead, and lets all others know of it.
   *
   * @param thrown by anything that this process did for the run
   * @return the same unless another process is behind it
   */
  public RuntimeException explained(Throwable thrown) {
    PeerException peer = peerBehind(thrown);
    if (peer == null) {
      pulse.report(ofOwn(thrown));
    } else if (pulse.news() == null) {
      pulse.report(new News(News.Kind.LOST, peer.rank(), Pulse.ended(peer.rank())));
    }
    News news = pulse.news();
    pulse.awaitPassedOn();
    peers.abort();
    return peer == null || news == null
        ? (thrown instanceof RuntimeException plain ? plain : new IllegalStateException(thrown))
        : thrown(news);
  }

  private static @Nullable PeerException peerBehind(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof PeerException)) {
      cause = cause.getCause();
    }
    return (PeerException) cause;
  }

  private News ofOwn(Throwable thrown) {
    News.Kind kind = thrown instanceof DivergedException ? News.Kind.DIVERGED : News.Kind.FAILED;
    return new News(kind, seat.rank(), String.valueOf(thrown.getMessage()));
  }

  private static RuntimeException thrown(News news) {
    return switch (news.kind()) {
      case DIVERGED -> DivergedException.read(news.text());
      case FAILED ->
          new LostRankException("rank %s failed: %s".formatted(news.rank(), news.text()));
      default -> new LostRankException(news.text());
    };
  }

  /**
   * Waits until all processes have called it; none is lost from then on.
   *
   * @throws PeerException if not all do
   */
  public void leave() {
    pulse.leave();
    peers.barrier(patience);
  }

  /** Ends the connections. */
  @Override
  public void close() {
    pulse.close();
    peers.abort();
    meeting.close();
  }
}
