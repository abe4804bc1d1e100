package io.github.sid4j.internal.compare;

import java.util.List;
import java.util.Map;

/**
 * The results of a comparison: {@code results.json}.
 *
 * @param name of the comparison
 * @param version of sid4j
 * @param commit of its sources
 * @param overrides settings from the command line, by name
 * @param varying names of the settings that differ between cells
 * @param complete whether no cell waits
 * @param summaries one for each configuration
 * @param cells those of the comparison, and then those of the search
 */
public record ComparisonResult(
    String name,
    String version,
    String commit,
    Map<String, String> overrides,
    List<String> varying,
    boolean complete,
    List<SeedSummary> summaries,
    List<CellResult> cells) {}
