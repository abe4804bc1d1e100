package io.github.sid4j.predict;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.predict.BeliefCourse;
import io.github.sid4j.internal.predict.BeliefEngine;
import io.github.sid4j.internal.predict.EngineProviders;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.OpenModel;
import io.github.sid4j.model.StoredModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A trained cascade that classifies. Safe for use by several threads, whose calls do not wait for
 * each other; closed after use, which waits for calls that are under way.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("runs/mine"))) {
 *   Prediction prediction = classifier.classify(Path.of("cat.png"));
 *   System.out.println(prediction.best().name());
 * }
 * }</pre>
 */
public final class Classifier implements AutoCloseable {
  private static final int MOST_TOGETHER = 64;

  private final ModelDescription description;
  private final ClassifierOptions options;
  private final Cascade plain;
  private final BeliefEngine engine;
  private final InForce inForce;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Classifier(
      ModelDescription description,
      ClassifierOptions options,
      Cascade plain,
      Precision precision,
      InForce inForce) {
    this.description = description;
    this.options = options;
    this.plain = plain;
    this.engine = engine(plain, description, precision, options);
    this.inForce = inForce;
  }

  private static BeliefEngine engine(
      Cascade plain, ModelDescription description, Precision precision, ClassifierOptions options) {
    if (options.engine() == InferenceEngine.LIBTORCH) {
      return new TorchEngine(plain.in(precision), description);
    }
    int tokens = description.input() instanceof TextEncoding texts ? texts.tokens() : 0;
    return EngineProviders.find().open(plain, tokens, options.threads(), description.shape());
  }

  /**
   * Opens the model of a run with the {@linkplain ClassifierOptions#defaults() usual options}.
   *
   * @param run its folder; its data is not needed
   * @return to be closed after use
   * @throws InputException if there is no such run, or its files are damaged
   * @throws IOException if a file cannot be read
   */
  public static Classifier open(Path run) throws IOException {
    return open(run, ClassifierOptions.defaults());
  }

  /**
   * Opens the model of a run of a built-in network.
   *
   * @param run its folder; its data is not needed
   * @param options of the classifier
   * @return to be closed after use
   * @throws InputException if there is no such run, or its files are damaged
   * @throws IOException if a file cannot be read
   */
  public static Classifier open(Path run, ClassifierOptions options) throws IOException {
    return open(run, options, Networks.auto());
  }

  /**
   * Opens the model of a run, also of an own network.
   *
   * @param run its folder; its data is not needed
   * @param options of the classifier
   * @param network that the run was trained with if it is one's own; any other stands for the one
   *     that the run's settings name
   * @return to be closed after use
   * @throws InputException if there is no such run, or its files are damaged
   * @throws IOException if a file cannot be read
   */
  public static Classifier open(Path run, ClassifierOptions options, NetworkChoice network)
      throws IOException {
    StoredModel model = StoredModel.open(run);
    Precision precision = options.precision() == null ? model.precision() : options.precision();
    StoredModel.Loaded loaded =
        model.load(options.weights(), network, InForce.isStored(model, options), options.device());
    Cascade cascade = loaded.cascade();
    try {
      InForce inForce = InForce.of(model, options, cascade.depth(), loaded.sha256());
      return new Classifier(model.description(), options, cascade, precision, inForce);
    } catch (IOException | RuntimeException e) {
      cascade.close();
      throw e;
    }
  }

  /**
   * Makes a classifier of a model in memory.
   *
   * @param model freed with the classifier
   * @param precision of the training
   * @param options of the classifier
   * @return to be closed after use
   */
  public static Classifier of(OpenModel model, Precision precision, ClassifierOptions options) {
    Precision used = options.precision() == null ? precision : options.precision();
    return new Classifier(
        model.description(), options, model.cascade(), used, InForce.uncalibrated(options));
  }

  /**
   * By what it answers: the options, or what {@code sid calibrate} stored with the model.
   *
   * @return the rule to stop early by and the temperatures
   */
  public InForce inForce() {
    return inForce;
  }

  /**
   * What is known of the model: its classes and what it reads.
   *
   * @return as it was stored
   */
  public ModelDescription description() {
    return description;
  }

  /**
   * L, the number of modules.
   *
   * @return at least 1
   */
  public int depth() {
    return plain.depth();
  }

  /**
   * What modules cost, in multiplications.
   *
   * @return for each module the share of all modules' up to and with it; the extractor's are the
   *     first module's
   * @throws IllegalStateException if the classifier is closed
   */
  public List<Double> compute() {
    lock.readLock().lock();
    try {
      checkOpen();
      return ModuleCosts.cumulative(plain, description.shape());
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Classifies an image.
   *
   * @param image a PNG, JPEG or WebP file
   * @return what the cascade believes
   * @throws InputException if it is no image, or the model does not read images
   * @throws IOException if the file cannot be read
   */
  public Prediction classify(Path image) throws IOException {
    float[] example = images(image.toString()).encode(image);
    return classifyPrepared(List.of(example)).get(0);
  }

  /**
   * Classifies an image that a stream holds, such as the body of a request.
   *
   * @param image what a PNG, JPEG or WebP file holds; is read to its end and stays open
   * @param name of the image in messages
   * @return what the cascade believes
   * @throws InputException if it is no image, or the model does not read images
   * @throws IOException if the stream cannot be read
   */
  public Prediction classify(InputStream image, String name) throws IOException {
    float[] example = images(name).encode(image, name);
    return classifyPrepared(List.of(example)).get(0);
  }

  private ImageEncoding images(String name) {
    if (description.input() instanceof ImageEncoding encoding) {
      return encoding;
    }
    throw new InputException(
        name,
        "what the model reads, which are rows of numbers",
        "an image file",
        "choose a model that was trained on images");
  }

  /**
   * Classifies numbers as they are before training prepares them: a row, or the levels of an image,
   * row by row, channel after channel, on the scale of the training data.
   *
   * @param numbers as many as an example has
   * @return what the cascade believes
   * @throws InputException if they do not fit, or the model reads tables of files
   * @throws IllegalStateException if the classifier is closed
   */
  public Prediction classify(float... numbers) {
    float[] example = RawInput.prepared(description.input(), numbers);
    return classifyPrepared(List.of(example)).get(0);
  }

  /**
   * Classifies prepared examples, batch by batch.
   *
   * @param examples each as the {@linkplain ModelDescription#input() encoding} makes it, or as
   *     training was given it: prepared numbers, as many as the product of the input's shape
   * @return what the cascade believes of each, in order
   * @throws InputException if an example has another number of numbers, or one that is not finite,
   *     or the cascade's numbers overflow
   * @throws IllegalStateException if the classifier is closed
   */
  public List<Prediction> classifyPrepared(List<float[]> examples) {
    return classify(examples, inForce.exit(), inForce.temperatures(), inForce.noneBelow());
  }

  /**
   * The same with a rule of one's own for this call.
   *
   * @param examples as above
   * @param rule when to stop early
   * @param temperatures that the rule's probabilities are meant at, one for each module; empty for
   *     those as they are
   * @return what the cascade believes of each, in order; none is {@linkplain
   *     Prediction#isNoneOfThese() none of these}
   * @throws InputException as above
   * @throws IllegalStateException if the classifier is closed
   */
  public List<Prediction> classifyPrepared(
      List<float[]> examples, ExitRule rule, List<Double> temperatures) {
    return classify(examples, rule, temperatures, 0);
  }

  private List<Prediction> classify(
      List<float[]> examples, ExitRule rule, List<Double> temperatures, double noneBelow) {
    List<Prediction> predictions = new ArrayList<>(examples.size());
    lock.readLock().lock();
    try (ThreadScope cores = ThreadScope.of(options.threads())) {
      checkOpen();
      int batch = batchSize();
      for (int from = 0; from < examples.size(); from += batch) {
        int to = Math.min(examples.size(), from + batch);
        predictions.addAll(batch(examples.subList(from, to), rule, temperatures, noneBelow));
      }
    } finally {
      lock.readLock().unlock();
    }
    return predictions;
  }

  private int batchSize() {
    return options.batch() == null
        ? Math.min(MOST_TOGETHER, Batches.fitting(InputTensors.numbers(description.shape())))
        : options.batch();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("this classifier is closed");
    }
  }

  private List<Prediction> batch(
      List<float[]> examples, ExitRule rule, List<Double> temperatures, double noneBelow) {
    int[] shape = description.shape();
    int length = InputTensors.numbers(shape);
    float[] values = new float[Math.multiplyExact(length, examples.size())];
    for (int i = 0; i < examples.size(); i++) {
      float[] example = examples.get(i);
      if (example.length != length) {
        throw new InputException(
            "example " + i, length + " numbers", Integer.toString(example.length), "correct it");
      }
      for (int n = 0; n < length; n++) {
        if (!Float.isFinite(example[n])) {
          throw new InputException(
              "example " + i + " number " + n,
              "a finite number",
              Float.toString(example[n]),
              "correct it");
        }
      }
      System.arraycopy(example, 0, values, i * length, length);
    }
    boolean toTheEnd = rule.kind() == ExitRule.Kind.NEVER;
    try (BeliefCourse course = engine.begin(values, examples.size(), toTheEnd)) {
      return Inference.of(course, examples.size(), plain.depth(), rule, temperatures).stream()
          .map(beliefs -> new Prediction(description.classNames(), beliefs, noneBelow))
          .toList();
    }
  }

  /**
   * Classifies a text.
   *
   * @param text as it stands in a column of the training data; several columns are joined by ends
   *     of lines
   * @return what the cascade believes
   * @throws InputException if the model does not read texts
   * @throws IllegalStateException if the classifier is closed
   */
  public Prediction classifyText(String text) {
    if (description.input() instanceof TextEncoding texts) {
      return classifyPrepared(List.of(texts.encode(text))).get(0);
    }
    throw new InputException(
        "text", "a model that was trained on texts", "another", "choose a run with dataset text");
  }

  /**
   * Classifies a row of a table, also one with texts and images.
   *
   * @param cells as they stand in a file, by the names of their columns; of a model of several
   *     inputs, columns may be missing, and images are paths from the working directory
   * @return what the cascade believes
   * @throws InputException if a cell does not fit its column or is missing, an image cannot be
   *     read, or the model reads no table
   * @throws IllegalStateException if the classifier is closed
   */
  public Prediction classifyRow(Map<String, String> cells) {
    return classifyPrepared(List.of(RawInput.row(description.input(), cells))).get(0);
  }

  /** Waits for calls that are under way and frees the weights. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        engine.close();
        plain.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
