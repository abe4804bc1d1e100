/** Pages and event files that show runs. */
module io.github.sid4j.report {
  requires transitive io.github.sid4j.core;
  requires org.apache.commons.statistics.distribution;

  exports io.github.sid4j.internal.report to
      io.github.sid4j.cli,
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.report.chart to
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.report.html to
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.report.statistics to
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.watch to
      io.github.sid4j.cli;

  opens io.github.sid4j.internal.report to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.watch to
      com.fasterxml.jackson.databind;

  provides io.github.sid4j.train.RunListenerProvider with
      io.github.sid4j.internal.tensorboard.TensorBoardProvider;
}
