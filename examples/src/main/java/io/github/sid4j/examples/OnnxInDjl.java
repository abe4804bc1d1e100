package io.github.sid4j.examples;

import ai.djl.Model;
import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Classifies an image by a model that {@code sid export --onnx} wrote, with DJL and its engine for
 * ONNX Runtime. Nothing of sid4j is needed for it.
 */
public final class OnnxInDjl {
  static {
    // The jars contain all that is needed; DJL downloads nothing and reports no use.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private OnnxInDjl() {}

  /**
   * Prints the belief of each module for an image.
   *
   * @param args the ONNX file and an image of the model's size and channels
   */
  public static void main(String[] args) throws IOException, ModelException, TranslateException {
    List<float[]> beliefs = beliefs(Path.of(args[0]), ImageIO.read(Path.of(args[1]).toFile()));
    for (int depth = 1; depth <= beliefs.size(); depth++) {
      float[] belief = beliefs.get(depth - 1);
      int best = 0;
      for (int c = 1; c < belief.length; c++) {
        best = belief[c] > belief[best] ? c : best;
      }
      System.out.printf(
          Locale.ROOT, "module %d: class %d, %.1f %%%n", depth, best, 100 * belief[best]);
    }
  }

  /** The belief of every module, in order of depth. */
  private static List<float[]> beliefs(Path onnx, BufferedImage image)
      throws IOException, ModelException, TranslateException {
    Criteria<NDList, NDList> criteria =
        Criteria.builder()
            .setTypes(NDList.class, NDList.class)
            .optEngine("OnnxRuntime")
            .optModelPath(onnx)
            .optTranslator(new NoopTranslator())
            .build();
    Raster levels = image.getRaster();
    Shape shape = new Shape(1, levels.getNumBands(), levels.getHeight(), levels.getWidth());
    try (Model model = criteria.loadModel();
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDArray input = model.getNDManager().create(planes(levels), shape);
        NDList outputs = predictor.predict(new NDList(input))) {
      List<float[]> beliefs = new ArrayList<>();
      for (NDArray output : outputs) {
        if (output.getName().startsWith("belief_")) {
          beliefs.add(output.toFloatArray());
        }
      }
      return beliefs;
    }
  }

  /** The levels of an image, 0 to 255, channel after channel. */
  private static float[] planes(Raster levels) {
    int pixels = levels.getWidth() * levels.getHeight();
    float[] planes = new float[levels.getNumBands() * pixels];
    float[] plane = new float[pixels];
    for (int band = 0; band < levels.getNumBands(); band++) {
      levels.getSamples(0, 0, levels.getWidth(), levels.getHeight(), band, plane);
      System.arraycopy(plane, 0, planes, band * pixels, pixels);
    }
    return planes;
  }
}
