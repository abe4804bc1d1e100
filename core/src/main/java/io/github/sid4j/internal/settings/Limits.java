package io.github.sid4j.internal.settings;

/**
 * The highest numbers that settings take. Settings come with the runs of others, and each of these
 * numbers makes tensors, threads, files or lists. They are far above what any use needs, so that a
 * mistyped or hostile number is refused where it is read.
 */
public final class Limits {
  /** Modules, stages, blocks and what is counted in them. */
  public static final int MODULES = 1000;

  /** Numbers in a layer, or channels. */
  public static final int WIDTH = 1_000_000;

  /** Classes. */
  public static final int CLASSES = 100_000;

  /** Samples in a step, and the parts of a step. */
  public static final int BATCH = 1_000_000;

  /** Epochs, and the places among them. */
  public static final int EPOCHS = 1_000_000;

  /** Steps between checkpoints. */
  public static final int STEPS = 1_000_000_000;

  /** Threads, also of all stages of a pipeline together. */
  public static final int THREADS = 1024;

  /** Checkpoints that are kept. */
  public static final int CHECKPOINTS = 10_000;

  /** Images among which shards are shuffled. */
  public static final int WINDOW = 1_000_000_000;

  /** Tokens of a text. */
  public static final int TOKENS = 4096;

  /** Pieces that the numbers of a column are seen in. */
  public static final int PIECES = 1000;

  /** Frequencies by which a number is seen. */
  public static final int FREQUENCIES = 10_000;

  /** Processes of a run on one machine. */
  public static final int PROCESSES = 1000;

  /** How often they are started again. */
  public static final int RESTARTS = 10_000;

  /** Seconds that a process waits for another: a day. */
  public static final int PEER_SECONDS = 86_400;

  private Limits() {}
}
