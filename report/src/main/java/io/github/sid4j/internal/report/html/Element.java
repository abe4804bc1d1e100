package io.github.sid4j.internal.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element of HTML or SVG under construction. Names are the program's own and are checked; texts
 * and attribute values may be anyone's and are escaped. What is written is XML as well as HTML.
 */
public final class Element implements HtmlNode {
  private static final Pattern TAG = Pattern.compile("[a-z][a-z0-9]*");
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-zA-Z0-9:-]*");
  private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "input", "link", "meta");

  private final String tag;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<HtmlNode> children = new ArrayList<>();

  private Element(String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("no tag: " + tag);
    }
    this.tag = tag;
  }

  /**
   * Begins an element.
   *
   * @param tag for example {@code p}
   * @param children what is in it, in order
   * @return the element
   */
  public static Element of(String tag, HtmlNode... children) {
    return new Element(tag).add(children);
  }

  /**
   * Begins an element with a text.
   *
   * @param tag for example {@code p}
   * @param text any characters
   * @return the element
   */
  public static Element of(String tag, String text) {
    return new Element(tag).text(text);
  }

  /**
   * Sets an attribute.
   *
   * @param name for example {@code href}
   * @param value its text form is the value
   * @return this
   */
  public Element with(String name, Object value) {
    if (!ATTRIBUTE.matcher(name).matches()) {
      throw new IllegalArgumentException("no attribute: " + name);
    }
    attributes.put(name, value.toString());
    return this;
  }

  /**
   * Sets the class.
   *
   * @param names with blanks between them
   * @return this
   */
  public Element classed(String names) {
    return with("class", names);
  }

  /**
   * Adds what is in it.
   *
   * @param nodes in order
   * @return this
   */
  public Element add(HtmlNode... nodes) {
    return add(List.of(nodes));
  }

  /**
   * Adds what is in it.
   *
   * @param nodes in order
   * @return this
   */
  public Element add(List<? extends HtmlNode> nodes) {
    if (!nodes.isEmpty() && VOID.contains(tag)) {
      throw new IllegalStateException("nothing can be in " + tag);
    }
    children.addAll(nodes);
    return this;
  }

  /**
   * Adds a text.
   *
   * @param text any characters
   * @return this
   */
  public Element text(String text) {
    return add(new Text(text));
  }

  @Override
  public void write(StringBuilder out) {
    out.append('<').append(tag);
    attributes.forEach(
        (name, value) -> {
          out.append(' ').append(name).append("=\"");
          new Text(value).write(out);
          out.append('"');
        });
    if (VOID.contains(tag)) {
      out.append("/>");
      return;
    }
    out.append('>');
    children.forEach(child -> child.write(out));
    out.append("</").append(tag).append('>');
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }
}
