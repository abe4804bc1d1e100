package io.github.sid4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.catalog.RunSummary;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TableFormat;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.table.NumericEncoder;
import io.github.sid4j.internal.data.table.PiecewiseEncoder;
import io.github.sid4j.internal.data.table.Standardiser;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.ExclusionProvenance;
import io.github.sid4j.internal.run.LengthChange;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.NoiseProvenance;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.testkit.DocumentedFields;
import io.github.sid4j.train.RunEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the document and the records to each other. */
class RunFolderDocTest {
  private static final Path DOCUMENT = Path.of("../docs/reference/run-folder.md");
  private static final String MANIFEST = "io.github.sid4j.internal.checkpoint.Manifest";

  @Test
  void theDocumentNamesTheFieldsOfEveryRecordInOrderAndNoOthers() throws Exception {
    List<Class<?>> records =
        List.of(
            RunResult.class,
            Accuracies.class,
            ModuleResult.class,
            Classification.class,
            ClassificationScores.class,
            ClassResult.class,
            Mistake.class,
            RunEvaluation.class,
            EpochMetrics.class,
            ModuleMetrics.class,
            BeliefMetrics.class,
            NoiseMetrics.class,
            Provenance.class,
            NoiseProvenance.class,
            ExclusionProvenance.class,
            OriginProvenance.class,
            LengthChange.class,
            ExampleBeliefs.class,
            ExampleBeliefs.Example.class,
            TestGallery.class,
            TestGallery.GallerySample.class,
            TestGallery.GalleryBelief.class,
            TestGallery.Confusion.class,
            ProbeResult.class,
            ProbeResult.ModuleProbe.class,
            ProbeResult.ColumnProbe.class,
            ProbeResult.InputProbe.class,
            TrackedSamples.class,
            TrackedSamples.Sample.class,
            EpochBeliefs.class,
            EpochBeliefs.SampleBeliefs.class,
            LiveStatus.class,
            ModelDescription.class,
            PhotoPreparation.class,
            ImageEncoding.class,
            ImageRules.class,
            TableEncoding.class,
            TableEncoding.Column.class,
            TableFormat.class,
            PiecewiseEncoder.class,
            NumericEncoder.class,
            Standardiser.class,
            RowEncoding.class,
            TextEncoding.class,
            MultimodalEncoding.class,
            MultimodalEncoding.Input.class,
            Calibration.class,
            ExitRule.class,
            Calibration.Outcome.class,
            Calibration.Module.class,
            Calibration.Fit.class,
            Calibration.Decision.class,
            Calibration.Test.class,
            Calibration.Time.class,
            Calibration.NoneOfThese.class,
            Calibration.Unknown.class,
            Calibration.JointReadout.class,
            SuspectList.class,
            SuspectList.Suspect.class,
            SuspectList.SuspectBelief.class,
            SuspectList.FoundNoise.class,
            Class.forName(MANIFEST),
            Class.forName(MANIFEST + "$Entry"),
            RunSummary.class);
    assertThat(DocumentedFields.in(DOCUMENT)).isEqualTo(DocumentedFields.of(records));
  }

  @Test
  void theDocumentNamesEveryFile() throws IOException {
    String text = Files.readString(DOCUMENT);
    RunPaths paths = new RunPaths(Path.of(""));
    for (Path path :
        List.of(
            paths.settings(),
            paths.provenance(),
            paths.model(),
            paths.metrics(),
            paths.samples(),
            paths.beliefsLog(),
            paths.live(),
            paths.best(),
            paths.weights(),
            paths.result(),
            paths.beliefs(),
            paths.gallery(),
            paths.probe(),
            paths.calibration(),
            paths.calibrationPage(),
            paths.lock())) {
      assertThat(text).contains("| `" + path + "` |");
    }
    assertThat(text).contains("| `" + paths.checkpoints() + "/` |");
    assertThat(text).contains("| `" + paths.suspects() + "/` |");
    assertThat(text).contains("| `" + paths.tensorBoard() + "/` |");
  }
}
