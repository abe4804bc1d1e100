package io.github.sid4j.internal.datasets;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.format.CifarRecords;
import io.github.sid4j.internal.data.format.ClassNamesFile;
import io.github.sid4j.internal.data.format.LabelledPixels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Loads CIFAR-10 and CIFAR-100 from their binary version. */
final class CifarLoader {
  private final DataFolder folder;
  private final CifarRecords records;
  private final List<String> notes = new ArrayList<>();

  private CifarLoader(DataFolder folder, CifarRecords records) {
    this.folder = folder;
    this.records = records;
  }

  static Dataset load10(DatasetRequest request) throws IOException {
    List<String> train =
        IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
    DataFolder folder = DataFolder.find(request, List.of("cifar-10-batches-bin"), train.get(0));
    CifarLoader loader = new CifarLoader(folder, CifarRecords.cifar10());
    return Datasets.ofImages(
        request.name(),
        loader.classNames("batches.meta.txt", 10),
        loader.images(train, 10_000),
        loader.images(List.of("test_batch.bin"), 10_000),
        loader.notes);
  }

  static Dataset load100(DatasetRequest request) throws IOException {
    DataFolder folder = DataFolder.find(request, List.of("cifar-100-binary"), "train.bin");
    CifarLoader loader = new CifarLoader(folder, CifarRecords.cifar100());
    return Datasets.ofImages(
        request.name(),
        loader.classNames("fine_label_names.txt", 100),
        loader.images(List.of("train.bin"), 50_000),
        loader.images(List.of("test.bin"), 10_000),
        loader.notes);
  }

  private List<String> classNames(String file, int classes) throws IOException {
    if (folder.has(file)) {
      return ClassNamesFile.read(folder.file(file), classes);
    }
    notes.add("no " + file + " beside the data: the classes are named by their numbers");
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  /**
   * The format has no count of its own: only its size shows that a file was cut between records.
   */
  private ByteImages images(List<String> files, int published) throws IOException {
    LabelledPixels images = new LabelledPixels();
    for (String file : files) {
      int before = images.pixels().size();
      records.read(folder.file(file), images);
      int found = images.pixels().size() - before;
      if (found != published) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s holds %,d images, as published it has %,d: the file is a part of the data or cut",
                folder.file(file),
                found,
                published));
      }
    }
    return ByteImages.of(images.pixels(), images.labels(), 3, 32, 32);
  }
}
