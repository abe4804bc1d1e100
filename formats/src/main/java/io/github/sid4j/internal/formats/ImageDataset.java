package io.github.sid4j.internal.formats;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.Locality;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.PartSizes;
import io.github.sid4j.internal.data.RawExamples;
import io.github.sid4j.internal.data.RawImages;
import io.github.sid4j.internal.data.SplitDataset;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.ImageShard;
import io.github.sid4j.internal.formats.shard.LabelTexts;
import io.github.sid4j.internal.formats.shard.ShardListing;
import io.github.sid4j.internal.formats.shard.ShardStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a data set of images in shards, in memory or read as they are needed. */
final class ImageDataset {
  private final DatasetRequest request;
  private final ShardListing listing;
  private final ImageReading reading;
  private final ScanCache cache;
  private final Damages damages;
  private final LabelTexts texts = new LabelTexts();
  private final List<String> notes = new ArrayList<>();
  private final List<DataFact> facts = new ArrayList<>();

  /** Makes the index of a file. */
  interface Indexer {
    ImageShard index(Path file, LabelTexts texts, Damages damages) throws IOException;
  }

  ImageDataset(DatasetRequest request, ShardListing listing, ScanCache cache) {
    this.cache = cache;
    this.request = request;
    this.listing = listing;
    this.reading = ImageReading.of(request);
    this.damages = new Damages(request.reading().skipDamaged());
  }

  /** Adds something that was understood. */
  ImageDataset understood(DataFact fact) {
    facts.add(fact);
    return this;
  }

  Dataset load(Indexer indexer) throws IOException {
    request.parts().checkNoColumns("images");
    listing.checkWhole(damages);
    List<ImageShard> shards = new ArrayList<>();
    ShardParts parts = new ShardParts(listing, damages);
    for (PartName part : ShardParts.ORDER) {
      List<ImageShard> found = new ArrayList<>();
      for (Path file : listing.files(part)) {
        try {
          found.add(indexer.index(file, texts, damages));
        } catch (InputException e) {
          damages.shard(e);
        }
      }
      parts.add(part, found);
      shards.addAll(found);
    }
    ShardStore store = new ShardStore(shards, shard -> listing.name(shard.file()));
    ShardParts.Labelled labelled = parts.labelled(store, texts);
    ImageScan scan = new ImageScan(store, reading, damages);
    String where = listing.root().toString();
    int training = (int) Arrays.stream(labelled.samples()).filter(parts::isTraining).count();
    ScannedImages scanned =
        reading.inMemory()
            ? scan.scan(labelled.samples(), labelled.labels(), training, where)
            : scanned(store, scan, labelled, training);
    PartSizes sizes = parts.sizes(scanned.samples());
    List<String> classes = texts.classNames();
    SplitDataset dataset =
        SplitDataset.parted(
            request.name(), classes, examples(store, scan, scanned, sizes), sizes, request.parts());
    notes.addAll(parts.notes());
    notes.addAll(listing.notes());
    damages.notes().forEach(line -> notes.add(where + ": " + line));
    notes.addAll(order(store, scanned, dataset, classes.size()));
    facts.add(0, new DataFact("shards", "%s files: %s".formatted(shards.size(), listing.counts())));
    facts.add(new DataFact("images", images(scanned)));
    return dataset.withNotes(notes).explained(facts);
  }

  /** By what an earlier scan kept, if the data is the same. */
  private ScannedImages scanned(
      ShardStore store, ImageScan scan, ShardParts.Labelled labelled, int training) {
    String key =
        ScanCache.key(
            store.sha256() + store.times(),
            "%s %s %s".formatted(training, reading.side(), reading.images()),
            labelled.samples(),
            labelled.labels());
    ScanCache.Kept kept = cache.find(key).orElse(null);
    if (kept != null && damages.isNone()) {
      reading.checkMemory(
          labelled.samples().length, kept.height(), kept.width(), listing.root().toString());
      return new ScannedImages(
          labelled.samples(),
          labelled.labels(),
          kept.training().counts().length,
          kept.height(),
          kept.width(),
          kept.training());
    }
    ScannedImages scanned =
        scan.scan(labelled.samples(), labelled.labels(), training, listing.root().toString());
    if (damages.isNone()) {
      cache.keep(key, scanned);
    }
    return scanned;
  }

  private String images(ScannedImages scanned) {
    return "%s of %sx%s pixels, %s, %s"
        .formatted(
            scanned.samples().length,
            scanned.width(),
            scanned.height(),
            scanned.channels() == 3 ? "colour" : "grey",
            reading.inMemory()
                ? "all in memory"
                : "%s in memory at a time".formatted(reading.rules().window()));
  }

  private RawExamples examples(
      ShardStore store, ImageScan scan, ScannedImages scanned, PartSizes sizes) {
    ShardImages images = new ShardImages(store, reading, scanned);
    if (!reading.inMemory()) {
      return new StreamedImages(
          images, scanned, request.imageRules(), sizes.training(), store.sha256());
    }
    List<byte[]> pixels =
        scan.images().stream().map((PixelImage image) -> image.values(scanned.channels())).toList();
    return new RawImages(
        ByteImages.of(pixels, scanned.labels(), images.shape()),
        request.imageRules(),
        List.copyOf(images.names()));
  }

  private List<String> order(
      ShardStore store, ScannedImages scanned, SplitDataset dataset, int classes) {
    if (reading.inMemory()) {
      return List.of();
    }
    int[] training = dataset.training();
    int[] blocks =
        IntStream.of(training).map(index -> store.block(scanned.samples()[index])).toArray();
    int[] labels = IntStream.of(training).map(index -> scanned.labels()[index]).toArray();
    return ClassOrder.warnings(
        new Locality(blocks, reading.rules().window()), labels, classes, listing.root().toString());
  }
}
