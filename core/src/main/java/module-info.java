/** Trains cascades of decoupled modules, and opens what was trained. */
module io.github.sid4j.core {
  requires transitive org.slf4j;
  requires static transitive org.jspecify;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.pytorch;
  requires com.sun.jna;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires org.yaml.snakeyaml;
  requires com.drew.metadata;
  requires com.twelvemonkeys.imageio.webp;
  requires org.apache.commons.io;
  requires org.apache.commons.compress;
  requires org.apache.commons.csv;
  requires org.apache.commons.statistics.distribution;
  requires java.desktop;
  requires java.management;
  requires jdk.management;

  exports io.github.sid4j.cascade;
  exports io.github.sid4j.data;
  exports io.github.sid4j.engine;
  exports io.github.sid4j.error;
  exports io.github.sid4j.execution;
  exports io.github.sid4j.method;
  exports io.github.sid4j.model;
  exports io.github.sid4j.network;
  exports io.github.sid4j.objective;
  exports io.github.sid4j.optim;
  exports io.github.sid4j.predict;
  exports io.github.sid4j.random;
  exports io.github.sid4j.run;
  exports io.github.sid4j.settings;
  exports io.github.sid4j.train;
  exports io.github.sid4j.internal.cascade to
      io.github.sid4j.baselines,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.catalog to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.checkpoint to
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.cluster to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.data to
      io.github.sid4j.cli,
      io.github.sid4j.datasets,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.data.format to
      io.github.sid4j.cli,
      io.github.sid4j.datasets,
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.engine to
      io.github.sid4j.cli,
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.error to
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.feature to
      io.github.sid4j.cli;
  exports io.github.sid4j.internal.method to
      io.github.sid4j.baselines;
  exports io.github.sid4j.internal.model to
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.network to
      io.github.sid4j.baselines,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.objective to
      io.github.sid4j.baselines;
  exports io.github.sid4j.internal.predict to
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.process to
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.run to
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.onnx,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.score to
      io.github.sid4j.experiments;
  exports io.github.sid4j.internal.settings to
      io.github.sid4j.baselines,
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.statistics to
      io.github.sid4j.cli,
      io.github.sid4j.experiments,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.text to
      io.github.sid4j.cli,
      io.github.sid4j.report;
  exports io.github.sid4j.internal.train to
      io.github.sid4j.cli,
      io.github.sid4j.experiments;

  opens io.github.sid4j.run to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.run to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.predict to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.predict to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.data to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.data.table to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.data.format to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.model to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.train to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.checkpoint to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.settings to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.process to
      com.fasterxml.jackson.databind;
  opens io.github.sid4j.internal.engine to
      com.sun.jna;

  provides io.github.sid4j.settings.MethodProvider with
      io.github.sid4j.internal.method.SidSpec,
      io.github.sid4j.internal.method.GreedySpec,
      io.github.sid4j.internal.method.BackpropSpec,
      io.github.sid4j.internal.method.CheckpointedBackpropSpec,
      io.github.sid4j.internal.method.DeepSupervisionSpec;

  uses io.github.sid4j.internal.data.DatasetProvider;
  uses io.github.sid4j.internal.data.PretrainedProvider;
  uses io.github.sid4j.internal.predict.EngineProvider;
  uses io.github.sid4j.settings.MethodProvider;
  uses io.github.sid4j.train.RunListenerProvider;
}
