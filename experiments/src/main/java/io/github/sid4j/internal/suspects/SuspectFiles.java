package io.github.sid4j.internal.suspects;

import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.run.SuspectList.Suspect;
import io.github.sid4j.internal.train.StoredData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;

/** Writes suspects into the folder of their run. */
final class SuspectFiles {
  private static final MathContext DIGITS = new MathContext(6);

  private SuspectFiles() {}

  static void write(RunPaths paths, SuspectList list, StoredData run) throws IOException {
    text(paths.suspectTable(), csv(list));
    text(paths.suspectPage(), SuspectPage.of(name(paths), list, run.data().train()));
    RunJson.write(paths.suspectList(), list);
  }

  private static String name(RunPaths paths) {
    return String.valueOf(paths.folder().toAbsolutePath().normalize().getFileName());
  }

  private static void text(Path file, String text) throws IOException {
    AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The first columns are those that an exclusion reads. */
  private static String csv(SuspectList list) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    List<Object> header =
        new ArrayList<>(List.of("sample", "label", "content", "suggested", "score"));
    header.addAll(List.of("suggested_belief", "likely", "excerpt"));
    List<Suspect> suspects = list.suspects();
    int modules = suspects.isEmpty() ? 0 : suspects.get(0).modules().size();
    IntStream.range(0, modules)
        .mapToObj(i -> suspects.get(0).modules().get(i).index())
        .forEach(
            index -> {
              header.add("answer_" + index);
              header.add("label_belief_" + index);
            });
    text.append(format.format(header.toArray())).append('\n');
    for (Suspect one : suspects) {
      text.append(format.format(cells(one).toArray())).append('\n');
    }
    return text.toString();
  }

  private static List<Object> cells(Suspect one) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                one.sample(),
                one.label(),
                one.content(),
                one.suggested(),
                number(one.score()),
                number(one.suggestedBelief()),
                one.likely() ? "yes" : "no",
                Objects.requireNonNullElse(one.excerpt(), "")));
    one.modules()
        .forEach(
            module -> {
              cells.add(module.answer());
              cells.add(number(module.label()));
            });
    return cells;
  }

  private static String number(double value) {
    return new BigDecimal(value).round(DIGITS).toString();
  }
}
