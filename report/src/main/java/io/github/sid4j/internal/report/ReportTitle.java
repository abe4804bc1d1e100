package io.github.sid4j.internal.report;

import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page is called that its maker gave no title. */
public final class ReportTitle {
  private static final String AUTO = "auto";

  private ReportTitle() {}

  /**
   * Makes one.
   *
   * @param entries at least one
   * @return of one run its folder, its data, its classes and its network, as in {@code run-1 ·
   *     photos: 3 classes, efficientnet-lite0}, or its method where the network was not named; of
   *     several their data, if it is the same, and their labels
   * @throws io.github.sid4j.error.InputException when a folder is no run's or is damaged
   * @throws IOException when one cannot be read
   */
  public static String of(List<Entry> entries) throws IOException {
    if (entries.size() == 1 && entries.get(0).run().isPresent()) {
      return ofOne(entries.get(0), entries.get(0).run().get());
    }
    Set<String> data = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry.run().isPresent()) {
        data.add(DataWords.name(RunReader.settings(entry.run().get())));
      }
    }
    String labels =
        entries.stream().map(Entry::label).distinct().collect(Collectors.joining(" · "));
    return data.size() == 1 ? data.iterator().next() + ": " + labels : labels;
  }

  private static String ofOne(Entry entry, Path folder) throws IOException {
    ReportedRun run = RunReader.read(1, entry);
    Settings settings = RunReader.settings(folder);
    List<String> facts = new ArrayList<>();
    DataWords.classes(run).ifPresent(facts::add);
    String network = settings.get(ModelSetting.NETWORK);
    facts.add(network.equals(AUTO) ? entry.label() : network);
    return "%s · %s: %s"
        .formatted(
            folder.toAbsolutePath().normalize().getFileName(),
            DataWords.name(settings),
            String.join(", ", facts));
  }
}
