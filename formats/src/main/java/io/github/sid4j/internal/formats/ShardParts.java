package io.github.sid4j.internal.formats;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.PartSizes;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.ImageShard;
import io.github.sid4j.internal.formats.shard.LabelTexts;
import io.github.sid4j.internal.formats.shard.ShardListing;
import io.github.sid4j.internal.formats.shard.ShardStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which samples of a store are of which part, and which have a class. A test or validation part
 * without any class, as contests have it, is left out.
 */
final class ShardParts {
  /** As the parts of a data set lie one behind the other. */
  static final List<PartName> ORDER =
      List.of(PartName.TRAINING, PartName.TEST, PartName.VALIDATION);

  private final ShardListing listing;
  private final Damages damages;
  private final Map<PartName, Integer> ends = new EnumMap<>(PartName.class);
  private final List<String> notes = new ArrayList<>();
  private int end;

  ShardParts(ShardListing listing, Damages damages) {
    this.listing = listing;
    this.damages = damages;
  }

  /** Adds a part, in the order of parts. */
  void add(PartName part, List<ImageShard> shards) {
    end = Math.addExact(end, shards.stream().mapToInt(ImageShard::size).sum());
    ends.put(part, end);
  }

  private int start(PartName part) {
    int place = ORDER.indexOf(part);
    return place == 0 ? 0 : ends.get(ORDER.get(place - 1));
  }

  boolean isTraining(int sample) {
    return sample < ends.get(PartName.TRAINING);
  }

  /** Samples in rising order, and the class of each. */
  // Two of these are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Labelled(int[] samples, int[] labels) {}

  /** Those that have a class. */
  Labelled labelled(ShardStore store, LabelTexts texts) {
    int[] classes = texts.classes();
    int[] samples = ORDER.stream().flatMapToInt(part -> of(part, store, texts, classes)).toArray();
    return new Labelled(
        samples, IntStream.of(samples).map(sample -> classes[store.label(sample)]).toArray());
  }

  private IntStream of(PartName part, ShardStore store, LabelTexts texts, int... classes) {
    int from = start(part);
    int to = ends.get(part);
    boolean none = IntStream.range(from, to).allMatch(sample -> store.label(sample) < 0);
    if (none && to > from && part != PartName.TRAINING) {
      notes.add(
          "%s: the %s part of %s samples is left out, since none has a class"
              .formatted(listing.root(), part, to - from));
      return IntStream.empty();
    }
    return IntStream.range(from, to).filter(sample -> hasClass(sample, store, texts, classes));
  }

  private boolean hasClass(int sample, ShardStore store, LabelTexts texts, int... classes) {
    int number = store.label(sample);
    if (number >= 0 && classes[number] >= 0) {
      return true;
    }
    damages.sample(
        new InputException(
            store.where(sample),
            number < 0 ? "a class" : "a class from 0 to " + (texts.classNames().size() - 1),
            number < 0 ? "none" : texts.text(number),
            "correct it, set label-column, or set skip-damaged=true"));
    return false;
  }

  /** How many samples of each part are used. */
  PartSizes sizes(int... used) {
    return new PartSizes(
        count(PartName.TRAINING, used),
        orNull(count(PartName.TEST, used)),
        orNull(count(PartName.VALIDATION, used)));
  }

  private int count(PartName part, int... used) {
    int from = start(part);
    int to = ends.get(part);
    return (int) IntStream.of(used).filter(sample -> sample >= from && sample < to).count();
  }

  private static Integer orNull(int count) {
    return count == 0 ? null : count;
  }

  List<String> notes() {
    return notes;
  }
}
