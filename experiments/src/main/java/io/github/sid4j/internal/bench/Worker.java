package io.github.sid4j.internal.bench;

import io.github.sid4j.error.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * A process's side of the conversation: it says that it is ready, and then answers lines such as
 * {@code steps 5} with a line of JSON each, until {@code quit} or the end of its input.
 */
public final class Worker {
  /** What a worker can do. */
  interface Skill extends AutoCloseable {
    /** What it says of itself when it is ready. */
    Record ready();

    /**
     * Does what one line asks for.
     *
     * @param wish its first word
     * @param count its second word, at least 1
     * @return {@code null} for a wish that it does not know
     */
    Record answer(String wish, int count);

    @Override
    default void close() {}
  }

  private Worker() {}

  /**
   * Takes training steps on request.
   *
   * @param task what to compute
   * @param in lines to obey
   * @param out receives the answers and nothing else
   * @return 0, or 1 after an answer that says what failed
   */
  public static int serveSteps(WorkerTask task, BufferedReader in, PrintWriter out) {
    return serve(() -> new StepWorker(task), in, out);
  }

  /**
   * Measures what the machine can do on request.
   *
   * @param threads of one operation, at least 1
   * @param in lines to obey
   * @param out receives the answers and nothing else
   * @return 0, or 1 after an answer that says what failed
   */
  public static int serveCeilings(int threads, BufferedReader in, PrintWriter out) {
    return serve(() -> new CeilingWorker(threads), in, out);
  }

  static int serve(Supplier<Skill> making, BufferedReader in, PrintWriter out) {
    try (Skill skill = making.get()) {
      say(out, skill.ready());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.strip().equals("quit")) {
          return 0;
        }
        say(out, answer(skill, line));
      }
      return 0;
    } catch (RuntimeException | IOException | LinkageError | OutOfMemoryError e) {
      say(out, new WorkerProtocol.Failed(reason(e), e instanceof InputException));
      return 1;
    }
  }

  private static Record answer(Skill skill, String line) {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length == 2 && words[1].matches("[1-9]\\d{0,6}")) {
      Record answer = skill.answer(words[0], Integer.parseInt(words[1]));
      if (answer != null) {
        return answer;
      }
    }
    throw new IllegalArgumentException(
        "expected a wish and a number such as steps 5, found " + line);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  private static void say(PrintWriter out, Record answer) {
    out.println(WorkerProtocol.line(answer));
    out.flush();
  }
}
