package io.github.sid4j.internal.fetch;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The data sets whose public homes are known. Each SHA-256 belongs to the file that has the MD5
 * which the publisher states (Fashion-MNIST, CIFAR) or is commonly checked (MNIST).
 */
public final class PublicDatasets {
  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

  /** A picture of 32 x 32 pixels in 3 channels. */
  private static final long CIFAR_IMAGE = 32 * 32 * 3;

  /** Lists of class names are below 1 kB; this leaves room for other line ends. */
  private static final long NAMES = 1 << 14;

  private static final Map<String, PublicDataset> BY_NAME = byName();

  private PublicDatasets() {}

  /**
   * Looks a data set up.
   *
   * @param name as in settings, for example {@code mnist}
   * @return the data set, or empty if none of this name has a known public home
   */
  public static Optional<PublicDataset> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * What can be found.
   *
   * @return the names in alphabetical order
   */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static Map<String, PublicDataset> byName() {
    Map<String, PublicDataset> sets = new TreeMap<>();
    Stream.of(mnist(), fashionMnist(), cifar10(), cifar100()).forEach(s -> sets.put(s.name(), s));
    return Collections.unmodifiableMap(sets);
  }

  /** LeCun, Cortes and Burges; the first home no longer answers, these are its mirrors. */
  private static PublicDataset mnist() {
    return new PublicDataset(
        "mnist",
        List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/")),
        List.of(
            plain(
                "mnist",
                TRAIN_IMAGES,
                9_912_422,
                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            plain(
                "mnist",
                TRAIN_LABELS,
                28_881,
                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            plain(
                "mnist",
                TEST_IMAGES,
                1_648_877,
                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            plain(
                "mnist",
                TEST_LABELS,
                4_542,
                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")));
  }

  /** Xiao, Rasul and Vollgraf, arXiv:1708.07747; its home offers no https. */
  private static PublicDataset fashionMnist() {
    return new PublicDataset(
        "fashion-mnist",
        List.of(URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")),
        List.of(
            plain(
                "fashion-mnist",
                TRAIN_IMAGES,
                26_421_880,
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            plain(
                "fashion-mnist",
                TRAIN_LABELS,
                29_515,
                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            plain(
                "fashion-mnist",
                TEST_IMAGES,
                4_422_102,
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            plain(
                "fashion-mnist",
                TEST_LABELS,
                5_148,
                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")));
  }

  /** Krizhevsky, "Learning multiple layers of features from tiny images", 2009. */
  private static PublicDataset cifar10() {
    long batch = 10_000 * (1 + CIFAR_IMAGE);
    Stream<FetchedFile> batches =
        Stream.concat(
                IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i),
                Stream.of("test_batch"))
            .map(name -> FetchedFile.exactly("cifar-10-batches-bin/" + name + ".bin", batch));
    FetchedFile names = FetchedFile.upTo("cifar-10-batches-bin/batches.meta.txt", NAMES);
    return cifar(
        "cifar10",
        PublicFile.tarGz(
            "cifar-10-binary.tar.gz",
            170_052_171,
            Checksum.sha256("c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
            Stream.concat(batches, Stream.of(names)).toList()));
  }

  /** As CIFAR-10, with a coarse and a fine label before each picture. */
  private static PublicDataset cifar100() {
    long record = 2 + CIFAR_IMAGE;
    return cifar(
        "cifar100",
        PublicFile.tarGz(
            "cifar-100-binary.tar.gz",
            168_513_733,
            Checksum.sha256("58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"),
            List.of(
                FetchedFile.exactly("cifar-100-binary/train.bin", 50_000 * record),
                FetchedFile.exactly("cifar-100-binary/test.bin", 10_000 * record),
                FetchedFile.upTo("cifar-100-binary/coarse_label_names.txt", NAMES),
                FetchedFile.upTo("cifar-100-binary/fine_label_names.txt", NAMES))));
  }

  private static PublicFile plain(String folder, String name, long bytes, String sha256) {
    return PublicFile.plain(folder, name, bytes, Checksum.sha256(sha256));
  }

  private static PublicDataset cifar(String name, PublicFile archive) {
    URI home = URI.create("https://www.cs.toronto.edu/~kriz/");
    return new PublicDataset(name, List.of(home), List.of(archive));
  }
}
