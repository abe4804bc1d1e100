/** Trained cascades for other programs. */
module io.github.sid4j.onnx {
  requires transitive io.github.sid4j.core;
  requires io.github.sid4j.baselines;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires org.tribuo.util.onnx;
  requires com.google.protobuf;
  requires com.microsoft.onnxruntime;

  exports io.github.sid4j.export;

  opens io.github.sid4j.export to
      com.fasterxml.jackson.databind;

  provides io.github.sid4j.internal.predict.EngineProvider with
      io.github.sid4j.internal.export.ort.OrtEngineProvider;
  provides io.github.sid4j.export.WriterProvider with
      io.github.sid4j.internal.export.baseline.BaselineWriters;

  uses io.github.sid4j.export.WriterProvider;
}
