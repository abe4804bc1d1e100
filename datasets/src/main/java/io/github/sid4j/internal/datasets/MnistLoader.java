package io.github.sid4j.internal.datasets;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.format.Idx;
import io.github.sid4j.internal.data.format.IdxImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Loads MNIST and datasets that come in the same four files. */
final class MnistLoader {
  private static final List<String> DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final List<String> CLOTHING =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private MnistLoader() {}

  static Dataset loadDigits(DatasetRequest request) throws IOException {
    return load(request, DIGITS, List.of("mnist", "MNIST/raw"));
  }

  static Dataset loadFashion(DatasetRequest request) throws IOException {
    return load(request, CLOTHING, List.of("fashion-mnist", "FashionMNIST/raw"));
  }

  private static Dataset load(
      DatasetRequest request, List<String> classNames, List<String> subfolders) throws IOException {
    DataFolder folder = DataFolder.find(request, subfolders, "train-images-idx3-ubyte");
    ByteImages train = part(folder, "train", classNames.size());
    ByteImages test = part(folder, "t10k", classNames.size());
    return Datasets.ofImages(request.name(), classNames, train, test);
  }

  private static ByteImages part(DataFolder folder, String part, int classes) throws IOException {
    Path imagesFile = folder.file(part + "-images-idx3-ubyte");
    Path labelsFile = folder.file(part + "-labels-idx1-ubyte");
    IdxImages images = Idx.images(imagesFile);
    int[] labels = Idx.labels(labelsFile, classes);
    if (images.pixels().size() != labels.length) {
      throw new InputException(
          labelsFile.toString(),
          images.pixels().size() + " labels, one for each image of " + imagesFile.getFileName(),
          Integer.toString(labels.length),
          "fetch both files again");
    }
    return ByteImages.of(images.pixels(), labels, 1, images.height(), images.width());
  }
}
