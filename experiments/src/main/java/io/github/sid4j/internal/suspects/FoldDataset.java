package io.github.sid4j.internal.suspects;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.PhotoPreparation;
import java.util.List;

/**
 * The data of a run as one of its folds is trained: it is prepared and dealt already, so that
 * nothing that settings say of preparing changes it.
 *
 * @param whole data set of the run
 * @param parts of the fold, the held-out samples being the test part
 */
record FoldDataset(Dataset whole, Splits parts) implements Dataset {
  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public List<String> classNames() {
    return whole.classNames();
  }

  @Override
  public String sha256() {
    return whole.sha256();
  }

  @Override
  public Splits split(double validationFraction, long seed) {
    return parts;
  }

  @Override
  public Dataset prepared(InputEncoding encoding) {
    return this;
  }

  @Override
  public Dataset standardised(PhotoPreparation preparation) {
    return this;
  }
}
