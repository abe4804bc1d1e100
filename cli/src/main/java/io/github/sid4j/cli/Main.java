package io.github.sid4j.cli;

/** The entry of the {@code sid} command. */
public final class Main {
  private Main() {}

  /**
   * Runs the command.
   *
   * @param args the words after {@code sid}
   */
  public static void main(String[] args) {}
}
