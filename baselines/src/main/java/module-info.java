/** Methods to compare with. */
module io.github.sid4j.baselines {
  requires transitive io.github.sid4j.core;

  exports io.github.sid4j.internal.baseline.dni to
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.baseline.equilibrium to
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.baseline.feedback to
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.baseline.forward to
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.baseline.noprop to
      io.github.sid4j.onnx;
  exports io.github.sid4j.internal.baseline.signals to
      io.github.sid4j.onnx;

  provides io.github.sid4j.settings.MethodProvider with
      io.github.sid4j.internal.baseline.signals.LocalSignalsSpec,
      io.github.sid4j.internal.baseline.feedback.FeedbackAlignmentSpec,
      io.github.sid4j.internal.baseline.feedback.DirectFeedbackAlignmentSpec,
      io.github.sid4j.internal.baseline.dni.SyntheticGradientsSpec,
      io.github.sid4j.internal.baseline.hsic.HsicBottleneckSpec,
      io.github.sid4j.internal.baseline.noprop.NoPropSpec,
      io.github.sid4j.internal.baseline.noprop.SimplifiedNoPropSpec,
      io.github.sid4j.internal.baseline.forward.ForwardForwardSpec,
      io.github.sid4j.internal.baseline.equilibrium.EquilibriumPropagationSpec;
}
