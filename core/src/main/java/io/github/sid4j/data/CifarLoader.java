package io.github.sid4j.data;

import io.github.sid4j.data.format.CifarRecords;
import io.github.sid4j.data.format.ClassNamesFile;
import io.github.sid4j.data.format.LabelledPixels;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Loads CIFAR-10 and CIFAR-100 from their binary version. */
final class CifarLoader {
  private CifarLoader() {}

  static Dataset load10(DatasetRequest request) throws IOException {
    List<String> train =
        IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
    DataFolder folder = DataFolder.find(request, List.of("cifar-10-batches-bin"), train.get(0));
    return Datasets.ofImages(
        request.name(),
        ClassNamesFile.read(folder.file("batches.meta.txt"), 10),
        images(folder, train, CifarRecords.cifar10()),
        images(folder, List.of("test_batch.bin"), CifarRecords.cifar10()));
  }

  static Dataset load100(DatasetRequest request) throws IOException {
    DataFolder folder = DataFolder.find(request, List.of("cifar-100-binary"), "train.bin");
    return Datasets.ofImages(
        request.name(),
        ClassNamesFile.read(folder.file("fine_label_names.txt"), 100),
        images(folder, List.of("train.bin"), CifarRecords.cifar100()),
        images(folder, List.of("test.bin"), CifarRecords.cifar100()));
  }

  private static ByteImages images(DataFolder folder, List<String> files, CifarRecords records)
      throws IOException {
    LabelledPixels images = new LabelledPixels();
    for (String file : files) {
      records.read(folder.file(file), images);
    }
    return ByteImages.of(images.pixels(), images.labels(), 3, 32, 32);
  }
}
