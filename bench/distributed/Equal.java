import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/**
 * Trains networks for a few batches in one process, stage after stage and as a pipeline of threads,
 * and in 2, 3 and 4 processes, and compares the SHA-256 of the weights and the bytes of the metrics
 * without their times. See README.md.
 */
final class Equal {
  private static final Map<String, String> WAYS = new LinkedHashMap<>();

  static {
    // Each stage has one thread in all of them.
    WAYS.put("single-pass", "--execution single-pass --threads 1");
    WAYS.put("pipeline", "--execution pipeline --threads 4");
    WAYS.put("2 processes", "--processes 2 --threads 4");
    WAYS.put("3 processes", "--processes 3 --threads 4");
    WAYS.put("4 processes", "--processes 4 --threads 4");
  }

  private static final List<String> CASES =
      List.of(
          "mlp fp32",
          "mlp bf16",
          "mlp fp32 --clip 0.5 --accumulate 2",
          "simple-cnn fp32",
          "simple-cnn bf16",
          "vgg11 fp32",
          "vgg11 bf16",
          "resnet18 fp32",
          "resnet18 bf16",
          "resnet18 fp32 --clip 0.5 --accumulate 2",
          "vit-tiny fp32",
          "vit-tiny bf16");

  private Equal() {}

  /** Usage: java Equal.java FROM-CASE TO-CASE WORK-FOLDER SID-COMMAND... */
  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[2]);
    Path images = work.resolve("images");
    if (!Files.exists(images)) {
      draw(images);
    }
    boolean equal = true;
    int to = Math.min(Integer.parseInt(args[1]), CASES.size());
    for (String one : CASES.subList(Integer.parseInt(args[0]) - 1, to)) {
      equal &= same(one, work, images, Arrays.asList(args).subList(3, args.length));
    }
    System.exit(equal ? 0 : 1);
  }

  private static boolean same(String one, Path work, Path images, List<String> sid)
      throws Exception {
    String[] parts = one.split(" ", 3);
    Map<String, String> found = new LinkedHashMap<>();
    for (Map.Entry<String, String> way : WAYS.entrySet()) {
      String name = (one + " " + way.getKey()).replaceAll("[^a-z0-9]+", "-");
      List<String> words = new ArrayList<>(sid);
      words.addAll(List.of("train", "--dataset", "folder", "--data", images.toString()));
      words.addAll(List.of("--network", parts[0], "--precision", parts[1]));
      words.addAll(
          Arrays.asList(
              "--topology staged --stages 4 --image-size 32 --batch 32 --epochs 2 --seed 5 --quiet"
                  .split(" ")));
      words.addAll(Arrays.asList(way.getValue().split(" ")));
      if (parts.length > 2) {
        words.addAll(Arrays.asList(parts[2].split(" ")));
      }
      words.addAll(List.of("--overwrite", "--out", work.resolve(name).toString()));
      Path log = work.resolve(name + ".log");
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      int code = builder.redirectOutput(log.toFile()).start().waitFor();
      found.put(way.getKey(), code == 0 ? outcome(work.resolve(name)) : "exit code " + code);
    }
    boolean same = new TreeSet<>(found.values()).size() == 1;
    System.out.printf("%-40s %-9s %s%n", one, same ? "equal" : "DIFFERENT", same ? found.values().iterator().next() : found);
    return same;
  }

  /** SHA-256 of the weights and that of the metrics, 16 digits of each. */
  private static String outcome(Path run) throws Exception {
    StringBuilder metrics = new StringBuilder();
    for (String epoch : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      metrics.append(epoch.replaceAll(",\"samples_per_second\":.*", "")).append('\n');
    }
    return sha256(Files.readAllBytes(run.resolve("weights.safetensors")))
        + " "
        + sha256(metrics.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return HexFormat.of().formatHex(digest).substring(0, 16);
  }

  /** Ten classes of 16 images: noise around a color for each. */
  private static void draw(Path folder) throws IOException {
    Random random = new Random(1);
    for (int label = 0; label < 10; label++) {
      Path own = Files.createDirectories(folder.resolve("class-" + label));
      for (int i = 0; i < 16; i++) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 32 * 32; at++) {
          int level = 20 * label + random.nextInt(60);
          image.setRGB(at % 32, at / 32, level << 16 | random.nextInt(256) << 8 | (255 - level));
        }
        ImageIO.write(image, "png", own.resolve(i + ".png").toFile());
      }
    }
  }
}
