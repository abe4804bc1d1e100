package io.github.sid4j.train;

import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is going to be trained. Immutable.
 *
 * @param runFolder where the run is stored; empty if it is kept in memory
 * @param settings of the run, with all numbers
 * @param data that it trains on
 * @param model that it trains
 * @param course how it goes through its training part
 * @param resumed what earlier sessions of the run have done
 */
public record TrainingStart(
    Optional<Path> runFolder,
    Settings settings,
    DataSummary data,
    ModelSummary model,
    Course course,
    ResumePoint resumed) {}
