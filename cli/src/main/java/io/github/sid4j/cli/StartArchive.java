package io.github.sid4j.cli;

import io.github.sid4j.train.RunEvaluation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Runs short commands once, so that the JVM can write an archive of the classes that they use. The
 * launcher starts it after a build; its commands then start in half the time.
 */
final class StartArchive {
  private static final int SIDE = 16;
  private static final int PER_CLASS = 10;

  private StartArchive() {}

  /**
   * Trains a small network on drawn images and predicts one of them.
   *
   * @param args an empty folder for images and a run
   * @throws IOException if it cannot be written to
   */
  public static void main(String[] args) throws IOException {
    Surroundings.prepare(new LostOutput());
    System.exit(fill(Path.of(args[0])));
  }

  /** Returns the exit code of the command that failed, or 0. */
  static int fill(Path folder) throws IOException {
    Path image = draw(folder.resolve("images"));
    String run = folder.resolve("run").toString();
    int code =
        run(
            "train",
            folder.resolve("images").toString(),
            "--network",
            "simple-cnn",
            "--image-size",
            "16",
            "--epochs",
            "1",
            "--out",
            run);
    code = Math.max(code, run("predict", run, image.toString()));
    code = Math.max(code, run("predict", run, image.toString(), "--json"));
    return Math.max(code, run("--help"));
  }

  private static int run(String... words) {
    Terminal silent =
        Terminal.over(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    return Main.run(words, silent, Main.training(words), RunEvaluation::of);
  }

  /** A folder with two classes of single-coloured images; returns one of them. */
  private static Path draw(Path folder) throws IOException {
    Path last = folder;
    for (int label = 0; label < 2; label++) {
      Path place = Files.createDirectories(folder.resolve("class-" + label));
      for (int i = 0; i < PER_CLASS; i++) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        image.setRGB(i, label, 0xFFFFFF);
        last = place.resolve(i + ".png");
        ImageIO.write(image, "png", last.toFile());
      }
    }
    return last;
  }
}
