package io.github.sid4j.data;

/**
 * One line of what was understood of the user's data, shown at the start of a run.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param subject what the line is about, a word of at most nine letters, for example {@code
 *     classes}
 * @param text one line, for example {@code 3: cat 40, dog 38, fox 41}
 */
public record DataFact(String subject, String text) {}
