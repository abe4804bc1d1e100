package io.github.sid4j.examples;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.Head;
import io.github.sid4j.cascade.StageModule;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.model.BlockProbe;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.ConvPooling;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts a network of one's own into stages, and trains them as a pipeline. */
public final class OwnBackbone {
  private static final int[] DIGIT = {1, 8, 8};

  private OwnBackbone() {}

  public static void main(String[] args) throws IOException {
    Backbone backbone = backbone(DIGIT, new Initializer(1, DType.FLOAT32));
    show("at places", backbone.stages(List.of(1, 3)));
    show("by multiplications", backbone.stages(3));
    BlockProbe probe = new BlockProbe(backbone, DIGIT, 32, Precision.FP32);
    show("by time", backbone.withCosts(probe.seconds()).stages(3));

    Settings settings =
        Settings.parse(
            Map.of(
                "topology", "staged",
                "stages", "3",
                "balance", "time",
                "execution", "pipeline",
                "epochs", "3",
                "threads", "1"));
    RunResult result =
        Training.of(settings).cascade(OwnBackbone::cascade).run().result().orElseThrow();
    System.out.printf(Locale.ROOT, "test accuracy %.4f%n", result.testAccuracy().last());
  }

  /** A row of blocks: the network may be cut between any two of them. */
  private static Backbone backbone(int[] shape, Initializer init) {
    double pixels = (double) shape[1] * shape[2];
    int in = 16;
    Sequential stem =
        Sequential.empty()
            .then("conv", new Conv2d(shape[0], in, 3, init))
            .then("bn", new BatchNorm2d(in, init))
            .then("relu", Operation.RELU_IN_PLACE);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(stem, in, 9 * shape[0] * in * pixels));
    for (int out : new int[] {16, 16, 32, 32}) {
      int stride = out > in ? 2 : 1;
      pixels /= stride * stride;
      Sequential layers =
          Sequential.empty().then("res" + blocks.size(), new ResidualBlock(in, out, stride, init));
      blocks.add(new Block(layers, out, 9 * (in + out) * out * pixels));
      in = out;
    }
    return new Backbone(blocks, Operation.GLOBAL_AVERAGE);
  }

  /** A stage and a head make a module. The first module reads the data as it is. */
  private static Cascade cascade(Settings settings, int[] shape, int classes, Initializer init) {
    List<Stage> stages = Cutting.stages(settings, backbone(shape, init), shape);
    List<StageModule> modules = new ArrayList<>();
    for (Stage stage : stages) {
      boolean last = modules.size() + 1 == stages.size();
      modules.add(new StageModule(stage, head(stage, last, classes, init)));
    }
    show("the run", stages);
    return new Cascade(Operation.IDENTITY, modules, classes);
  }

  /** The heads before the last one need layers of their own to see classes in early features. */
  private static Head head(Stage stage, boolean last, int classes, Initializer init) {
    return last
        ? Head.of(stage.pooling(), stage.width(), classes, 64, init)
        : Head.of(
            new ConvPooling(stage.width(), 16, init), ConvPooling.features(16), classes, 64, init);
  }

  private static void show(String how, List<Stage> stages) {
    System.out.println(
        how + ": " + stages.stream().map(stage -> stage.layers().parts().keySet()).toList());
  }
}
