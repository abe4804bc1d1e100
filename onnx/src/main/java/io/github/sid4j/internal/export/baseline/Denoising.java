package io.github.sid4j.internal.export.baseline;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.export.Graph;
import io.github.sid4j.export.ModuleWriter;
import io.github.sid4j.export.Ops;
import io.github.sid4j.export.Value;
import io.github.sid4j.internal.baseline.noprop.ClassEmbeddings;
import io.github.sid4j.internal.baseline.noprop.DenoisingBlock;
import io.github.sid4j.internal.baseline.noprop.DenoisingModule;
import io.github.sid4j.internal.baseline.noprop.NoiseSchedule;
import io.github.sid4j.internal.baseline.noprop.NoisyExtractor;
import java.util.Arrays;

/** How the cascades are written that make a label of noise: the noise is kept in them. */
final class Denoising {
  private Denoising() {}

  static Value extractor(NoisyExtractor extractor, Value x, Graph graph) {
    return Ops.concat(0, graph, graph.write(extractor.plain(), x), start(extractor.start(), graph));
  }

  static Value embeddings(ClassEmbeddings extractor, Value x, Graph graph) {
    Value sample = Ops.reshape(x, graph, x.numbers());
    return Ops.concat(0, graph, sample, start(extractor.start(), graph));
  }

  private static Value start(Tensor noise, Graph graph) {
    return graph.repeated(noise, Math.toIntExact(noise.count()));
  }

  private static Value features(Value joined, int state, Graph graph) {
    return Ops.slice(joined, 0, 0, joined.size(0) - state, graph);
  }

  private static Value state(Value joined, int state, Graph graph) {
    return Ops.slice(joined, 0, joined.size(0) - state, state, graph);
  }

  /** Simplified NoProp: guesses from the guess before. */
  static final class Guesses implements ModuleWriter<DenoisingModule> {
    @Override
    public Value advance(DenoisingModule module, Value joined, Graph graph) {
      Value features = features(joined, module.classes(), graph);
      Value state = state(joined, module.classes(), graph);
      Value guess = graph.write(module.mlp(), Ops.concat(0, graph, state, features));
      return Ops.concat(0, graph, features, guess);
    }

    @Override
    public Value logits(DenoisingModule module, Value before, Value joined, Graph graph) {
      return state(joined, module.classes(), graph);
    }
  }

  /** NoProp: {@code z_t = a u + b z_{t-1} + c e}. */
  static final class Blocks implements ModuleWriter<DenoisingBlock> {
    @Override
    public Value advance(DenoisingBlock block, Value joined, Graph graph) {
      int classes = Math.toIntExact(block.noise().count());
      NoiseSchedule.Step step = block.step();
      Value sample = features(joined, classes, graph);
      Value state = state(joined, classes, graph);
      Value estimate = estimate(block, sample, state, graph);
      Value drift =
          Ops.both(
              "Add",
              Ops.with("Mul", estimate, step.embedding(), graph),
              Ops.with("Mul", state, step.state(), graph),
              graph);
      Value noise = Ops.with("Mul", graph.repeated(block.noise(), classes), step.noise(), graph);
      return Ops.concat(0, graph, sample, Ops.both("Add", drift, noise, graph));
    }

    private static Value estimate(DenoisingBlock block, Value sample, Value state, Graph graph) {
      int[] shape = Arrays.stream(block.sample()).mapToInt(Math::toIntExact).toArray();
      Value features = graph.write(block.extractor(), Ops.reshape(sample, graph, shape));
      Value logits = graph.write(block.fuse(), Ops.concat(0, graph, state, features));
      Tensor embeddings = block.shared().embeddings();
      return graph
          .node("MatMul")
          .input(Ops.softmax(logits, graph))
          .input(embeddings)
          .gives(Math.toIntExact(embeddings.size(1)));
    }

    @Override
    public Value logits(DenoisingBlock block, Value before, Value joined, Graph graph) {
      Value state = state(joined, Math.toIntExact(block.noise().count()), graph);
      return graph.write(block.shared().classifier(), state);
    }
  }
}
