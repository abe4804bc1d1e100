package io.github.sid4j.internal.export.ort;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.export.OnnxExport;
import io.github.sid4j.internal.predict.BeliefEngine;
import io.github.sid4j.internal.predict.EngineProvider;

/** Has ONNX Runtime compute what a cascade's export says. */
public final class OrtEngineProvider implements EngineProvider {
  @Override
  public BeliefEngine open(Cascade cascade, int tokens, int threads, int... shape) {
    OnnxExport export = OnnxExport.of(cascade, shape);
    return new OrtEngine(tokens > 0 ? export.ofTokens(tokens) : export, tokens > 0, threads, shape);
  }
}
