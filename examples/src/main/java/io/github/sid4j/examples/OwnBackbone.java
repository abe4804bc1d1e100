package io.github.sid4j.examples;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.execution.Strategy;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.BlockProbe;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    try (Trained trained =
        Training.builder()
            .data(Datasets.digits())
            .network(Networks.own(OwnBackbone::backbone))
            .method(Sid.stages(3).execution(Strategy.PIPELINE))
            .epochs(3)
            .threads(1)
            .fit()) {
      System.out.println("the run is cut before " + Cutting.places(trained.cascade()));
      double accuracy = trained.result().orElseThrow().testAccuracy().last();
      System.out.printf(Locale.ROOT, "test accuracy %.4f%n", accuracy);
    }
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

  private static void show(String how, List<Stage> stages) {
    System.out.println(
        how + ": " + stages.stream().map(stage -> stage.layers().parts().keySet()).toList());
  }
}
