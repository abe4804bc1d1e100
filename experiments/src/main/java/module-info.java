/** Comparisons, calibration, cascades made shorter and longer, benchmarks. */
module io.github.sid4j.experiments {
  requires transitive io.github.sid4j.core;
  requires io.github.sid4j.report;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires org.apache.commons.csv;
  requires org.yaml.snakeyaml;
  requires java.management;
  requires jdk.management;

  exports io.github.sid4j.calibrate;
  exports io.github.sid4j.reshape;
  exports io.github.sid4j.internal.bench to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.compare to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.probe to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.reshape to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.suspects to
      io.github.sid4j.cli;

  opens io.github.sid4j.internal.bench to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.compare to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.reshape to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.calibrate to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.reshape to
      com.fasterxml.jackson.databind;
}
