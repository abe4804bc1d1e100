package io.github.sid4j.cli;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Parcels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The files that documented commands speak of, a few examples of each. */
final class TinyWorld {
  private static final int SEED = 7;
  private static final int CIFAR_RECORDS = 4;
  private static final int MNIST_IMAGES = 60;

  /** Of a tar file, in bytes. */
  private static final int BLOCK = 512;

  private final Path folder;
  private final Random random = new Random(SEED);

  private TinyWorld(Path folder) {
    this.folder = folder;
  }

  static void create(Path folder) throws IOException {
    TinyWorld world = new TinyWorld(folder);
    world.cifar10();
    world.cifar100();
    world.mnist("train", MNIST_IMAGES);
    world.mnist("t10k", 20);
    world.images();
    world.tinyImageNet();
    world.tables();
    world.texts();
    world.parcels();
    world.shards();
    world.weights("resnet18.safetensors", "resnet18");
    Files.copy(folder.resolve("resnet18.safetensors"), folder.resolve("weights.safetensors"));
    world.weights("vgg.safetensors", "vgg11");
    Files.writeString(folder.resolve("names.yaml"), "left-over: fc, aux\n");
  }

  private void cifar10() throws IOException {
    Path cifar = Files.createDirectories(folder.resolve("DIR/cifar-10-batches-bin"));
    int first = 0;
    for (String name :
        List.of(
            "data_batch_1",
            "data_batch_2",
            "data_batch_3",
            "data_batch_4",
            "data_batch_5",
            "test_batch")) {
      cifar(cifar.resolve(name + ".bin"), CIFAR_RECORDS, first, 1, 10);
      first += CIFAR_RECORDS; // All classes occur, some in each file.
    }
    Files.writeString(cifar.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
  }

  private void cifar100() throws IOException {
    Path cifar = Files.createDirectories(folder.resolve("DIR/cifar-100-binary"));
    cifar(cifar.resolve("train.bin"), 200, 0, 2, 100);
    cifar(cifar.resolve("test.bin"), 20, 0, 2, 100);
    Files.writeString(
        cifar.resolve("fine_label_names.txt"),
        IntStream.range(0, 100).mapToObj(i -> "class" + i + "\n").collect(Collectors.joining()));
  }

  /** Records of which the last label byte counts. */
  private void cifar(Path file, int count, int first, int labelBytes, int classes)
      throws IOException {
    int size = labelBytes + 3072;
    byte[] records = new byte[count * size];
    random.nextBytes(records);
    for (int i = 0; i < count; i++) {
      records[i * size + labelBytes - 1] = (byte) ((first + i) % classes);
    }
    Files.write(file, records);
  }

  private void mnist(String part, int count) throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("DIR/mnist"));
    byte[] pixels = new byte[count * 28 * 28];
    random.nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    Files.write(mnist.resolve(part + "-images-idx3-ubyte"), idx(pixels, count, 28, 28));
    Files.write(mnist.resolve(part + "-labels-idx1-ubyte"), idx(labels, count));
  }

  private static byte[] idx(byte[] values, int... sizes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0800 + sizes.length);
    for (int size : sizes) {
      out.writeInt(size);
    }
    out.write(values);
    return bytes.toByteArray();
  }

  private void images() throws IOException {
    classes("path/to/images", "cats", "dogs");
    classes("path/to/more", "birds", "dogs");
    Path some = Files.createDirectories(folder.resolve("folder-of-images"));
    image(some.resolve("one.png"), 32, "png");
    image(folder.resolve("photo.jpg"), 50, "jpg");
    Files.createDirectories(folder.resolve("docs"));
    Files.copy(Path.of("../docs/four.png"), folder.resolve("docs/four.png"));
  }

  private void classes(String path, String... names) throws IOException {
    for (String name : names) {
      Path of = Files.createDirectories(folder.resolve(path).resolve(name));
      for (int i = 0; i < 12; i++) {
        image(of.resolve(i + ".png"), 40, "png");
      }
    }
  }

  private void image(Path file, int side, String format) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, random.nextInt());
    }
    ImageIO.write(image, format, file.toFile());
  }

  /** Samples of several inputs, as one file and as a folder with a part. */
  private void parcels() throws IOException {
    Path file = Parcels.write(folder);
    Files.copy(file, folder.resolve("more-goods.csv"));
    Files.writeString(folder.resolve("left.csv"), "size,colour,label\n1.5,red,a\n5.5,blue,d\n");
    Files.move(file, folder.resolve("goods.csv"));
    Path halves = Files.createDirectories(folder.resolve("halves"));
    Files.move(Parcels.write(halves), halves.resolve("train.csv"));
  }

  private void tinyImageNet() throws IOException {
    Path root = Files.createDirectories(folder.resolve("path/to/tiny-imagenet-200"));
    Path validation = Files.createDirectories(root.resolve("val/images"));
    StringBuilder annotations = new StringBuilder();
    for (String number : List.of("n00000001", "n00000002")) {
      Path of = Files.createDirectories(root.resolve("train").resolve(number).resolve("images"));
      for (int i = 0; i < 4; i++) {
        image(of.resolve(number + "_" + i + ".JPEG"), 64, "jpg");
      }
      image(validation.resolve(number + ".JPEG"), 64, "jpg");
      annotations.append(number).append(".JPEG\t").append(number).append("\t0\t0\t9\t9\n");
    }
    Files.writeString(root.resolve("val/val_annotations.txt"), annotations);
    Files.writeString(root.resolve("wnids.txt"), "n00000001\nn00000002\n");
  }

  private void tables() throws IOException {
    StringBuilder table = new StringBuilder("length,colour,species\n");
    for (int i = 0; i < 40; i++) {
      table.append(i % 2 == 0 ? "1." : "8.").append(i % 7);
      table.append(i % 2 == 0 ? ",red,setosa\n" : ",blue,virginica\n");
    }
    Files.writeString(folder.resolve("table.csv"), table);
    Files.writeString(folder.resolve("rows.csv"), "colour,length\nred,1.2\nblue,8.1\n");
    Files.writeString(folder.resolve("run.yaml"), "batch: 32\n");
  }

  private void texts() throws IOException {
    StringBuilder rows = new StringBuilder("label,text\n");
    for (int i = 0; i < 30; i++) {
      rows.append("ham,see you at the station at ").append(i % 12).append(" o'clock\n");
      rows.append("spam,you won prize number ").append(i).append(" today\n");
    }
    Files.writeString(folder.resolve("path/to/messages.csv"), rows);
    Files.writeString(folder.resolve("glove.6B.100d.txt"), "the" + " 0.5".repeat(100) + "\n");
    Files.writeString(folder.resolve("more.csv"), "text\nsee you at the station\n");
    Files.writeString(folder.resolve("lines.txt"), "see you at the station\nyou won a prize\n");
  }

  /** Photos in a tar file, each followed by its class. */
  private void shards() throws IOException {
    Path shards = Files.createDirectories(folder.resolve("path/to/shards"));
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    Path photo = folder.resolve("shard.png");
    for (int i = 0; i < 40; i++) {
      image(photo, 40, "png");
      member(tar, i + ".png", Files.readAllBytes(photo));
      member(tar, i + ".cls", new byte[] {(byte) ('0' + i % 2)});
    }
    tar.write(new byte[2 * BLOCK]);
    Files.write(shards.resolve("train-000000.tar"), tar.toByteArray());
  }

  private static void member(ByteArrayOutputStream tar, String name, byte[] content) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0" + "0000000\0".repeat(2));
    put(header, 124, octal(content.length, 11) + "\0" + octal(0, 11) + "\0");
    put(header, 148, " ".repeat(8) + "0");
    put(header, 257, "ustar\0" + "00");
    int sum = 0;
    for (byte b : header) {
      sum += b;
    }
    put(header, 148, octal(sum, 6) + "\0 ");
    tar.writeBytes(header);
    tar.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
  }

  private static String octal(int number, int digits) {
    String plain = Integer.toOctalString(number);
    return "0".repeat(digits - plain.length()) + plain;
  }

  private static void put(byte[] header, int place, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, place, bytes.length);
  }

  /** A network trained elsewhere, for images of CIFAR. */
  private void weights(String name, String network) throws IOException {
    Layer layer =
        Cascades.create(
                Settings.parse(
                    Map.of("network", network, "topology", "whole", "method", "backprop")),
                new int[] {3, 32, 32},
                10,
                new Initializer(SEED, DType.FLOAT32))
            .extractor();
    Map<String, Tensor> tensors = layer.parameters().and(layer.buffers()).byName();
    Safetensors.write(folder.resolve(name), TensorFiles.contents(tensors), Map.of());
  }
}
