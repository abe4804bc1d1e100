package io.github.sid4j.testkit;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import java.util.List;
import java.util.stream.IntStream;

/** Cascades of three modules and three classes, of every shape that the library knows. */
public enum SmallCascade {
  /** All modules read one extractor, an MLP. */
  MLP(false) {
    @Override
    public Cascade create(Initializer init) {
      return new Cascade(new Mlp(6, 8, 5, init), readers(3, 5, init), CLASSES);
    }
  },

  /** All modules read one extractor, the authors' convolutions. */
  CNN(true) {
    @Override
    public Cascade create(Initializer init) {
      return new Cascade(new SimpleCnn(2, 5, init), readers(3, 5, init), CLASSES);
    }
  },

  /** Every module carries a stage, and there is nothing else. */
  STAGED(false) {
    @Override
    public Cascade create(Initializer init) {
      return new Cascade(
          Operation.IDENTITY,
          List.of(
              new StagedModule(6, 7, CLASSES, init),
              new StagedModule(7, 5, CLASSES, init),
              new StagedModule(5, 4, CLASSES, init)),
          CLASSES);
    }
  },

  /**
   * An extractor that two modules read, of which the second carries a stage; the third reads that.
   */
  STAGED_ON_EXTRACTOR(false) {
    @Override
    public Cascade create(Initializer init) {
      return new Cascade(
          new Mlp(6, 8, 5, init),
          List.of(
              new MlpModule(CLASSES, 5, 6, init),
              new StagedModule(5, 4, CLASSES, init),
              new MlpModule(CLASSES, 4, 6, init)),
          CLASSES);
    }
  },

  /**
   * Every module carries a stage of images with batch norm or dropout, and there is no extractor.
   */
  STAGED_IMAGES(true) {
    @Override
    public Cascade create(Initializer init) {
      return new Cascade(
          Operation.IDENTITY,
          List.of(
              new ImageStage(normalised(2, 4, init), 4, CLASSES, init),
              new ImageStage(
                  normalised(4, 3, init).then("dropout", new Dropout(0.3, init)), 3, CLASSES, init),
              new ImageStage(new ResidualBlock(3, 5, 2, init), 5, CLASSES, init)),
          CLASSES);
    }
  },

  /** Batch norm in the extractor and in every module's stage, and dropout in one of these. */
  NORMALISED(true) {
    @Override
    public Cascade create(Initializer init) {
      return new Cascade(
          normalised(2, 4, init),
          List.of(
              new ImageStage(normalised(4, 4, init), 4, CLASSES, init),
              new ImageStage(
                  normalised(4, 3, init).then("dropout", new Dropout(0.3, init)), 3, CLASSES, init),
              new ImageStage(new ResidualBlock(3, 5, 2, init), 5, CLASSES, init)),
          CLASSES);
    }
  };

  public static final int CLASSES = 3;
  public static final int DEPTH = 3;

  private final boolean ofImages;

  SmallCascade(boolean ofImages) {
    this.ofImages = ofImages;
  }

  public abstract Cascade create(Initializer init);

  public Cascade create(long seed, DType type) {
    return create(new Initializer(seed, type));
  }

  /** A random batch that the extractor can read. */
  public Tensor input(Draw draw, int batch, DType type) {
    return ofImages ? draw.tensor(type, 1, batch, 2, 4, 4) : draw.tensor(type, 1, batch, 6);
  }

  private static Sequential normalised(int in, int out, Initializer init) {
    return Sequential.empty()
        .then("conv", new Conv2d(in, out, 3, init))
        .then("bn", new BatchNorm2d(out, init))
        .then("relu", Operation.RELU_IN_PLACE);
  }

  private static List<? extends BeliefModule> readers(int count, int features, Initializer init) {
    return IntStream.range(0, count)
        .mapToObj(i -> new MlpModule(CLASSES, features, 6, init))
        .toList();
  }
}
