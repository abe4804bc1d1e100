/** Trained cascades for other programs. */
module io.github.sid4j.onnx {
  requires transitive io.github.sid4j.core;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires org.tribuo.util.onnx;
  requires com.google.protobuf;
  requires com.microsoft.onnxruntime;

  exports io.github.sid4j.export;

  opens io.github.sid4j.export to
      com.fasterxml.jackson.databind;
}
