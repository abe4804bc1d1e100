package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.List;

/** What is damaged: refused at once, or counted and left out. Not safe for several threads. */
public final class Damages {
  private static final int SHOWN = 3;

  private final boolean skip;
  private final List<String> shown = new ArrayList<>();
  private int shards;
  private int samples;

  /**
   * None yet.
   *
   * @param skip whether to count what is damaged instead of refusing it
   */
  public Damages(boolean skip) {
    this.skip = skip;
  }

  /**
   * A sample is damaged.
   *
   * @throws InputException that one, unless it is to be skipped
   */
  public void sample(InputException damage) {
    samples++;
    add(damage);
  }

  /**
   * A shard, or a part of it whose samples nobody can count, is damaged or missing.
   *
   * @throws InputException that one, unless it is to be skipped
   */
  public void shard(InputException damage) {
    shards++;
    add(damage);
  }

  private void add(InputException damage) {
    if (!skip) {
      throw damage;
    }
    if (shown.size() < SHOWN) {
      shown.add(damage.where() + ": " + damage.found());
    }
  }

  /** Whether nothing is damaged. */
  public boolean isNone() {
    return shards + samples == 0;
  }

  /** What was left out, in a line for each kind of it. */
  public List<String> notes() {
    return shards + samples == 0
        ? List.of()
        : List.of(
            "left out as damaged or missing: %s samples, %s shards or parts of them: %s%s"
                .formatted(
                    samples,
                    shards,
                    String.join(" | ", shown),
                    shown.size() < shards + samples ? " | ..." : ""));
  }
}
