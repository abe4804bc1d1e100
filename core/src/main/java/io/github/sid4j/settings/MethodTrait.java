package io.github.sid4j.settings;

/**
 * What a method can do and does, where other parts of the library ask for it. Constants, safe for
 * several threads.
 */
public enum MethodTrait {
  /** Every module has a loss and an update of its own: no gradient crosses modules. */
  DECOUPLED,
  /** The setting {@code execution} decides how a step is computed, also as a pipeline. */
  ANY_EXECUTION,
  /** A loss may train the stages before its own, by the setting {@code overlap}. */
  OVERLAP,
  /** Minimizes the modules' losses, each by itself or all as a sum. */
  LOSS_OF_EACH_MODULE,
  /** Trains every module to answer by itself, so that the first ones are a model alone. */
  EVERY_MODULE_ANSWERS,
  /** Trains one network by the loss at its output. */
  ONE_LOSS,
  /** Keeps few activations and computes the others again: {@code stages} segments. */
  RECOMPUTES,
  /** Samples count in its losses as {@code class-weights} says. */
  WEIGHS_CLASSES,
  /** The operations of a step are those of the forward and of its gradients. */
  COUNTED_OPERATIONS,
  /** Takes a whole network in as many pieces as the setting {@code stages} says. */
  PIECE_PER_STAGE,
  /** Takes a whole network in its blocks. */
  PIECE_PER_BLOCK,
  /** Its cascades are a network and modules and nothing else, so that modules can be added. */
  GROWS,
  /** Trains a cascade that has grown. */
  TRAINS_GROWN,
  /** Trains a whole network, too, once modules have grown behind it. */
  WHOLE_ONCE_GROWN,
  /** Trains modules behind an extractor that is not trained. */
  FROZEN_EXTRACTOR,
  /** Trains one network with nothing in it but its layers: weights of others fit. */
  PRETRAINED
}
