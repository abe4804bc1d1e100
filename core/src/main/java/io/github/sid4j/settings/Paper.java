package io.github.sid4j.settings;

/**
 * Where a method is published.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param title of the paper
 * @param reference authors, venue and year, for example {@code Ma, Lewis and Kleijn, AAAI 2020,
 *     arXiv 1908.01580}
 */
public record Paper(String title, String reference) {}
