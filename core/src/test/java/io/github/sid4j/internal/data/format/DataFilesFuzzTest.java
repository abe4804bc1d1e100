package io.github.sid4j.internal.data.format;

import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.Mutations;
import io.github.sid4j.testkit.TextMutations;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Damaged files of data; CONTRIBUTING.md has the command that tries for an hour. */
@Tag("slow")
class DataFilesFuzzTest {
  private static final String WNIDS = "n01641577\nn02106662\n\nn02124075\n";

  @Provide
  Arbitrary<byte[]> csv() {
    return TextMutations.of("a,b,\"the c\"\n1,x,\"2\"\"5\"\n-2.5e3,?,\n3,y,z\n");
  }

  @Property
  void csv(@ForAll("csv") byte[] bytes) {
    ForeignBytes.readOrRefused("f", () -> CsvFile.decode(bytes, "f", CsvLayout.STANDARD));
    ForeignBytes.readOrRefused(bytes, CsvFile::read);
  }

  @Provide
  Arbitrary<byte[]> idx() {
    return Mutations.of(Bytes.idxImages(2, 3, 4));
  }

  @Property
  void idx(@ForAll("idx") byte[] bytes) {
    ForeignBytes.readOrRefused("f", () -> Idx.images(StrictInput.of(bytes, "f")));
    ForeignBytes.readOrRefused("f", () -> Idx.labels(StrictInput.of(bytes, "f"), 10));
    ForeignBytes.readOrRefused(
        "f", () -> Idx.images(StrictInput.unpacking(Bytes.gzip(bytes), "f")));
  }

  @Provide
  Arbitrary<byte[]> labels() {
    return Mutations.of(Bytes.idxLabels(1, 2, 3, 9));
  }

  @Property
  void labels(@ForAll("labels") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> Idx.labels(file, 10));
  }

  @Provide
  Arbitrary<byte[]> packed() {
    return Mutations.of(Bytes.gzip(Bytes.idxImages(2, 3, 4)));
  }

  @Property
  void packed(@ForAll("packed") byte[] bytes) {
    ForeignBytes.readOrRefused("f", () -> Idx.images(StrictInput.unpacking(bytes, "f")));
  }

  @Provide
  Arbitrary<byte[]> cifar() {
    return Mutations.of(new byte[2 * (1 + CifarRecords.PIXELS)]);
  }

  @Property
  void cifar(@ForAll("cifar") byte[] bytes) {
    for (CifarRecords records : List.of(CifarRecords.cifar10(), CifarRecords.cifar100())) {
      ForeignBytes.readOrRefused("f", () -> read(records, bytes));
    }
  }

  private static LabelledPixels read(CifarRecords records, byte[] bytes) throws IOException {
    LabelledPixels into = new LabelledPixels();
    records.read(StrictInput.of(bytes, "f"), into);
    return into;
  }

  @Provide
  Arbitrary<byte[]> texts() {
    return TextMutations.of(
        WNIDS + "val_0.JPEG\tn01641577\t0\t32\t44\t62\nn02106662\tdog, hound\n");
  }

  @Property
  void listsOfClassesAndOfImages(@ForAll("texts") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> ClassNamesFile.read(file, 3));
    ForeignBytes.readOrRefused(bytes, Synsets::wnids);
    ForeignBytes.readOrRefused(bytes, file -> Synsets.names(file, List.of("n01641577")));
    ForeignBytes.readOrRefused(bytes, AnnotationsFile::read);
  }
}
