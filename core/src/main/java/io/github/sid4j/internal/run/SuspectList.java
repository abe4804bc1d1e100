package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;

/**
 * The training samples of a run whose labels are contradicted: {@code suspects/suspects.json}.
 *
 * @param formatVersion 1
 * @param version of sid4j that made it
 * @param folds that the training part was dealt to
 * @param samples of the training part
 * @param contradicted of these, whose label is not the class that the modules together believe in
 *     most
 * @param likely of the contradicted ones
 * @param doubtfulClasses of which more than half of the labels are contradicted: there the network
 *     may be wrong, rather than the labels
 * @param noise how well known noisy labels are found; {@code null} where none is known
 * @param suspects the contradicted ones, or those of them that were asked for, most suspect first
 */
public record SuspectList(
    int formatVersion,
    String version,
    int folds,
    int samples,
    int contradicted,
    int likely,
    @OptionalField List<String> doubtfulClasses,
    FoundNoise noise,
    List<Suspect> suspects) {
  /** With a larger share of contradicted labels the network has learned too little. */
  private static final double MANY = 0.4;

  /** The form of the file. */
  public static final int FORMAT = 1;

  /** Keeps copies that cannot be changed. */
  public SuspectList {
    Objects.requireNonNull(version, "version");
    doubtfulClasses = doubtfulClasses == null ? List.of() : List.copyOf(doubtfulClasses);
    suspects = AsRead.list(suspects);
  }

  /**
   * Whether so many labels are contradicted that this says more of the network than of the labels.
   *
   * @return of more than two fifths
   */
  public boolean showsWeakNetwork() {
    return contradicted > MANY * samples;
  }

  /**
   * A suspect.
   *
   * @param sample its name in the data
   * @param content a fingerprint of it; empty where the name is enough
   * @param place in the training part, from 0
   * @param label name of its class as given
   * @param suggested name of the class that the modules together believe in most
   * @param score belief of the modules together in the label; the lower, the more suspect
   * @param suggestedBelief their belief in the suggested class
   * @param likely whether they believe in it at least as much as, on average, in the label of
   *     samples that carry the suggested one
   * @param trueLabel name of its class where it is known that the label is noisy; else {@code null}
   * @param excerpt what a person reads of a text or a row; {@code null} for what is neither, and in
   *     lists of earlier versions
   * @param modules what each believes, in order of depth
   */
  public record Suspect(
      String sample,
      String content,
      int place,
      String label,
      String suggested,
      double score,
      double suggestedBelief,
      boolean likely,
      String trueLabel,
      @OptionalField String excerpt,
      List<SuspectBelief> modules) {
    /** Keeps copies that cannot be changed. */
    public Suspect {
      modules = AsRead.list(modules);
    }
  }

  /**
   * A module's belief.
   *
   * @param index place of the module in the cascade, from 1
   * @param answer name of the class that it believes in most
   * @param label its belief in the label
   * @param suggested its belief in the suggested class
   */
  public record SuspectBelief(int index, String answer, double label, double suggested) {}

  /**
   * How well the score ranks labels that are known to be noisy before the others.
   *
   * @param changed samples with a noisy label
   * @param averagePrecision of the score, 0 to 1
   * @param lastModule average precision of the last module's belief in the label alone
   * @param contradicted of these that are contradicted
   * @param likely of these that are likely suspects
   */
  public record FoundNoise(
      int changed, Double averagePrecision, Double lastModule, int contradicted, int likely) {}
}
