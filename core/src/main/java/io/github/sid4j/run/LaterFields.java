package io.github.sid4j.run;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Has a JSON reader ask for every field of a record but those that are {@link Later}. */
public final class LaterFields extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public Boolean hasRequiredMarker(AnnotatedMember member) {
    return !member.hasAnnotation(Later.class);
  }
}
