package io.github.sid4j.internal.formats.tar;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.formats.shard.ImageShard;
import io.github.sid4j.internal.formats.shard.SampleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/**
 * Images and their classes in a tar file, in the layout of WebDataset. Members are read where they
 * are, so that blocks can be small.
 */
public final class TarImages implements ImageShard {
  private static final int BLOCK = 256;

  private final Path file;
  private final List<TarSample> samples;
  private final int[] labels;

  /**
   * Samples of a file.
   *
   * @param labels for each sample its number in the texts of labels, or -1
   */
  TarImages(Path file, List<TarSample> samples, int... labels) {
    this.file = file;
    this.samples = List.copyOf(samples);
    this.labels = labels;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public int label(int sample) {
    return labels[sample];
  }

  @Override
  public int blockStart(int sample) {
    return sample - sample % BLOCK;
  }

  @Override
  public String name(int sample) {
    return samples.get(sample).key();
  }

  @Override
  public SampleReader open(int sample) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new SampleReader() {
      @Override
      public byte[] image(int wanted) throws IOException {
        TarSample one = samples.get(wanted);
        return bytes(channel, one);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  private byte[] bytes(FileChannel channel, TarSample one) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(one.size());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, one.offset() + bytes.position()) < 0) {
        throw new InputException(
            file + ":" + one.key(),
            one.size() + " bytes, as when the file was opened",
            bytes.position() + " bytes",
            "leave the files alone while they are read");
      }
    }
    return bytes.array();
  }

  @Override
  public void fingerprint(MessageDigest digest) {
    try {
      long length = Files.size(file);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < samples.size(); i++) {
      TarSample one = samples.get(i);
      digest.update(one.key().getBytes(StandardCharsets.UTF_8));
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES).putLong(one.offset()).putLong(labels[i]).flip());
    }
  }
}
