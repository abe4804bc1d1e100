package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;

/**
 * A module that knows only the first c of N classes, in a cascade that knows them all. It says
 * nothing of the others: what it believes counts for the share that its classes have before
 * anything is known, c/N, and each class that it does not know keeps its 1/N. So no class is
 * impossible, and the one that it believes most in stays that, since with c classes it has at least
 * 1/c of the c/N.
 *
 * <p>It reads a belief of all N classes likewise: of the first c, divided by their sum. A belief
 * that was widened comes back by that, up to rounding; and widening from a to b and then to N is
 * widening from a to N.
 */
public final class WidenedModule extends ModuleAround {
  private final int known;
  private final int classes;

  /**
   * Widens a module.
   *
   * @param plain reads and gives beliefs of c classes
   * @param known c, at least 2
   * @param classes N, more than c
   */
  public WidenedModule(BeliefModule plain, int known, int classes) {
    super(plain);
    if (known < 2 || known >= classes) {
      throw new IllegalArgumentException(
          "%s of %s classes cannot be widened".formatted(known, classes));
    }
    this.known = known;
    this.classes = classes;
  }

  /**
   * How many classes it knows.
   *
   * @return c, at least 2
   */
  public int known() {
    return known;
  }

  @Override
  public Tensor advance(Tensor features) {
    return plain().advance(features);
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    Tensor own = before.narrowLast(0, known);
    return widened(plain().logits(own.dividedBy(own.sumLast()), features).widened(), classes);
  }

  /**
   * Logits of the belief over all classes.
   *
   * @param logits of the first c, [B, c]
   * @param classes N
   * @return [B, N]; of its softmax c/N are on the first c, as the softmax of {@code logits} shares
   *     them, and 1/N on each of the others
   */
  static Tensor widened(Tensor logits, int classes) {
    int known = Math.toIntExact(logits.size(1));
    Tensor own =
        Functional.logSoftmax(logits)
            .plus(logits.factory().full(Math.log(known), logits.type(), 1));
    return Functional.concatenate(
        own, logits.factory().full(0, logits.type(), logits.size(0), classes - known));
  }

  @Override
  public Parameters parameters() {
    return plain().parameters();
  }

  @Override
  public Parameters buffers() {
    return plain().buffers();
  }
}
