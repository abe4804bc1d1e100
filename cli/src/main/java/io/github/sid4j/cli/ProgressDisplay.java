package io.github.sid4j.cli;

/** Shows the progress of an epoch. */
interface ProgressDisplay extends AutoCloseable {
  /** Shows nothing. */
  ProgressDisplay NONE =
      new ProgressDisplay() {
        @Override
        public void step(int epoch, long stepInEpoch, double loss) {}

        @Override
        public void close() {}
      };

  /**
   * A step is done; the first of an epoch begins it.
   *
   * @param epoch from 1
   * @param stepInEpoch from 1
   * @param loss of the step's batch
   */
  void step(int epoch, long stepInEpoch, double loss);

  /** The epoch is over, or given up: nothing of it may stay on the line. */
  @Override
  void close();
}
