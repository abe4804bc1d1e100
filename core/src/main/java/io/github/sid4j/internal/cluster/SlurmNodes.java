package io.github.sid4j.internal.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slurm's short lists of nodes, such as {@code a[03-07,9]-x,b1}. */
final class SlurmNodes {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^,\\-\\]]+)[^\\]]*\\]");

  private SlurmNodes() {}

  /** The name of the first node. */
  static String first(String nodes) {
    int depth = 0;
    int end = 0;
    while (end < nodes.length() && (depth > 0 || nodes.charAt(end) != ',')) {
      depth += nodes.charAt(end) == '[' ? 1 : nodes.charAt(end) == ']' ? -1 : 0;
      end++;
    }
    Matcher brackets = BRACKETS.matcher(nodes.substring(0, end));
    return brackets.replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
  }
}
