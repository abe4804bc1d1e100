package io.github.sid4j.engine;

import io.github.sid4j.error.InputException;

/**
 * Where tensors have their memory and operations are carried out. Operands of one operation are on
 * one device. This version computes on the processor alone.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param name {@code cpu}
 */
public record Device(String name) {
  private static final String PROCESSOR = "cpu";

  /** The processor, with the memory that it shares with Java. */
  public static final Device CPU = new Device(PROCESSOR);

  /**
   * Checks the name.
   *
   * @throws InputException if it is another device than the processor
   */
  public Device {
    if (!name.equals(PROCESSOR)) {
      throw new InputException("device", PROCESSOR, name, "choose " + PROCESSOR);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
