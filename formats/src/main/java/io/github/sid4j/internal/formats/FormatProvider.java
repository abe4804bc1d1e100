package io.github.sid4j.internal.formats;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.data.DatasetProvider;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.ShardFormat;
import io.github.sid4j.internal.data.TableSources;
import io.github.sid4j.internal.data.UserCache;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.formats.parquet.ImageColumns;
import io.github.sid4j.internal.formats.parquet.ParquetImages;
import io.github.sid4j.internal.formats.parquet.ParquetShard;
import io.github.sid4j.internal.formats.parquet.ParquetTable;
import io.github.sid4j.internal.formats.shard.Damage;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.ShardListing;
import io.github.sid4j.internal.formats.table.JsonLines;
import io.github.sid4j.internal.formats.table.ParquetRows;
import io.github.sid4j.internal.formats.tar.TarIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens data in Parquet files, tar shards and JSON lines. */
public final class FormatProvider implements DatasetProvider {
  private final ScanCache scans;

  /** For {@link java.util.ServiceLoader}. */
  public FormatProvider() {
    this(UserCache.folder("scans"));
  }

  /** Keeps what scans found in a folder. */
  FormatProvider(Path scans) {
    this.scans = new ScanCache(scans);
  }

  @Override
  public Set<String> names() {
    return Set.of("parquet", "webdataset", "jsonl");
  }

  @Override
  public Dataset open(DatasetRequest request) throws IOException {
    ShardListing listing = ShardListing.of(request.requiredDir(), request.name());
    return switch (request.name()) {
      case "parquet" -> parquet(request, listing);
      case "webdataset" -> webDataset(request, listing);
      default -> CsvLoader.load(request, FormatTables.jsonl(request, listing));
    };
  }

  @Override
  public CsvTable table(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString()); // Else it would be called damaged.
    }
    String format = ShardFormat.of(file).orElse("");
    return switch (format) {
      case "parquet" -> {
        ParquetShard shard = ParquetShard.of(file);
        yield ParquetRows.read(List.of(file), ParquetTable.flat(shard), new Damages(false));
      }
      case "jsonl" -> JsonLines.read(List.of(file), null, new Damages(false)).table();
      default -> DatasetProvider.super.table(file);
    };
  }

  @Override
  public TableSources tables(String format, DatasetRequest request) throws IOException {
    ShardListing listing = ShardListing.of(request.requiredDir(), format);
    return switch (format) {
      case "parquet" -> {
        ParquetShard first = first(listing, request.reading().skipDamaged());
        if (ImageColumns.of(first, request.csv()).isPresent()) {
          yield DatasetProvider.super.tables(format, request);
        }
        yield FormatTables.parquet(request, listing, first);
      }
      case "jsonl" -> FormatTables.jsonl(request, listing);
      default -> DatasetProvider.super.tables(format, request);
    };
  }

  private Dataset parquet(DatasetRequest request, ShardListing listing) throws IOException {
    ParquetShard first = first(listing, request.reading().skipDamaged());
    Optional<ImageColumns> images = ImageColumns.of(first, request.csv());
    if (images.isEmpty()) {
      return CsvLoader.load(request, FormatTables.parquet(request, listing, first));
    }
    DataFact columns =
        new DataFact(
            "columns",
            "image %s, class %s%s"
                .formatted(
                    images.get().image(),
                    images.get().label(),
                    images.get().classNames().isEmpty() ? "" : " with names of classes"));
    return new ImageDataset(request, listing, scans)
        .understood(columns)
        .load(
            (file, texts, damages) -> {
              ParquetShard shard = ParquetShard.of(file);
              ImageColumns own =
                  ImageColumns.of(shard, request.csv())
                      .orElseThrow(
                          () ->
                              Damage.of(
                                  file.toString(),
                                  "a column of images as in " + first.file().getFileName(),
                                  "none"));
              return ParquetImages.of(shard, own, texts, damages);
            });
  }

  /** The first whole file of the training part says whether there are images. */
  private static ParquetShard first(ShardListing listing, boolean skipDamaged) throws IOException {
    InputException damage = null;
    for (Path file : listing.files(PartName.TRAINING)) {
      try {
        return ParquetShard.of(file);
      } catch (InputException e) {
        damage = e;
        if (!skipDamaged) {
          break;
        }
      }
    }
    throw damage;
  }

  private Dataset webDataset(DatasetRequest request, ShardListing listing) throws IOException {
    String label = request.csv().labelColumn();
    return new ImageDataset(request, listing, scans)
        .load((file, texts, damages) -> TarIndexer.of(file, label, texts, damages));
  }
}
