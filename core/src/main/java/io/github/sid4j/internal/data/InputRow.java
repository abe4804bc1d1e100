package io.github.sid4j.internal.data;

import java.util.List;

/**
 * A row of a file as it stands there.
 *
 * @param names of the columns
 * @param cells one for each of them
 */
public record InputRow(List<String> names, List<String> cells) {}
