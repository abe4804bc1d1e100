package io.github.sid4j.internal.formats.parquet;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages without Hadoop. A page may say of itself that it becomes very large: what is
 * above a bound, or differs from what comes out, is refused before memory is taken for it.
 */
final class BoundedCodecs implements CompressionCodecFactory {
  /** Those that are read. */
  static final Set<CompressionCodecName> KNOWN =
      Set.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.ZSTD);

  private final long mostBytes;

  /**
   * Codecs.
   *
   * @param mostBytes that a page may have
   */
  BoundedCodecs(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("these codecs only read");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Decompressor((bytes, size) -> bytes);
      case SNAPPY -> new Decompressor(BoundedCodecs::snappy);
      case GZIP ->
          new Decompressor(
              (bytes, size) -> exactly(new GZIPInputStream(new ByteArrayInputStream(bytes)), size));
      case ZSTD ->
          new Decompressor(
              (bytes, size) -> exactly(new ZstdInputStream(new ByteArrayInputStream(bytes)), size));
      default -> throw new IllegalArgumentException("no known codec: " + codec);
    };
  }

  private static byte[] snappy(byte[] bytes, int size) throws IOException {
    if (Snappy.uncompressedLength(bytes) != size) {
      throw new IOException("a page of another length than it says");
    }
    return Snappy.uncompress(bytes);
  }

  private static byte[] exactly(InputStream in, int size) throws IOException {
    try (in) {
      byte[] plain = in.readNBytes(size);
      if (plain.length != size || in.read() >= 0) {
        throw new IOException("a page of another length than it says");
      }
      return plain;
    }
  }

  @Override
  public void release() {
    // Nothing is held.
  }

  /** A codec. */
  private interface Codec {
    byte[] plain(byte[] bytes, int size) throws IOException;
  }

  /** Bounds a codec. */
  private final class Decompressor implements BytesInputDecompressor {
    private final Codec codec;

    Decompressor(Codec codec) {
      this.codec = codec;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      if (size < 0 || size > mostBytes) {
        throw new IOException(
            "a page of %s bytes in a column that has %s".formatted(size, mostBytes));
      }
      try (InputStream in = bytes.toInputStream()) {
        return BytesInput.from(codec.plain(in.readAllBytes(), size));
      }
    }

    @Override
    public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize) {
      throw new UnsupportedOperationException("pages are read into the heap");
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }
}
