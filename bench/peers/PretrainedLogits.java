import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.checkpoint.TensorContent;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.PretrainedWeights;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes {@code DIR/NETWORK/logits.json} of each network's weights, for pretrained_check.py. */
public final class PretrainedLogits {
  private static final int IMAGES = 2;

  private PretrainedLogits() {}

  /**
   * Runs the program.
   *
   * @param args the folder, and the side of the images
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int size = Integer.parseInt(args[1]);
    for (PhotoNetwork network : PhotoNetwork.values()) {
      Path place = folder.resolve(network.wireName());
      if (Files.isDirectory(place)) {
        double[][] logits = logits(network, place.resolve("model.safetensors"), size);
        Map<String, Object> answer = Map.of("size", size, "logits", logits);
        new ObjectMapper().writeValue(place.resolve("logits.json").toFile(), answer);
      }
    }
  }

  private static double[][] logits(PhotoNetwork network, Path file, int size) throws IOException {
    Settings whole =
        Settings.parse(
            Map.of("network", network.wireName(), "topology", "whole", "method", "backprop"));
    int[] shape = {3, size, size};
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off();
        SafetensorsReader read = Safetensors.open(file)) {
      Cascade cascade = Cascades.create(whole, shape, 2, new Initializer(1, DType.FLOAT32));
      PretrainedWeights.into(file, null, cascade, shape);
      Tensor features = cascade.extractor().forward(images(size));
      Tensor weight = tensor(read.tensors().get(network.classifier() + ".weight"));
      Tensor bias = tensor(read.tensors().get(network.classifier() + ".bias"));
      double[] all = Functional.linear(features, weight, bias).toDoubles();
      int classes = all.length / IMAGES;
      double[][] rows = new double[IMAGES][classes];
      for (int i = 0; i < all.length; i++) {
        rows[i / classes][i % classes] = all[i];
      }
      return rows;
    }
  }

  /** Those of pretrained_check.py. */
  private static Tensor images(int size) {
    float[] values = new float[IMAGES * 3 * size * size];
    for (int i = 0; i < values.length; i++) {
      int x = i % size;
      int y = i / size % size;
      int c = i / size / size % 3;
      int n = i / size / size / 3;
      values[i] =
          (float)
              (Math.sin(0.37 * n + 1.3 * c + 0.05 * y + 0.031 * x)
                  + 0.5 * Math.cos(0.11 * y - 0.07 * x));
    }
    return Tensor.of(values, IMAGES, 3, size, size);
  }

  private static Tensor tensor(TensorContent stored) throws IOException {
    byte[] bytes = stored.data();
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Tensor.of(values, stored.shape());
  }
}
