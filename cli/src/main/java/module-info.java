/** The command {@code sid}. */
module io.github.sid4j.cli {
  requires java.desktop;
  requires io.github.sid4j.core;
  requires io.github.sid4j.report;
  requires io.github.sid4j.experiments;
  requires io.github.sid4j.onnx;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires org.apache.commons.csv;

  opens io.github.sid4j.cli to
      info.picocli;
}
