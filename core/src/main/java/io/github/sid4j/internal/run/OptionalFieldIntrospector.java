package io.github.sid4j.internal.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Has a JSON reader ask for every field of a record but those that are {@link OptionalField}, or
 * that say by {@link JsonProperty#isRequired} that they are not required.
 */
public final class OptionalFieldIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public Boolean hasRequiredMarker(AnnotatedMember member) {
    JsonProperty property = member.getAnnotation(JsonProperty.class);
    boolean optional = property != null && property.isRequired() == OptBoolean.FALSE;
    return !optional && !member.hasAnnotation(OptionalField.class);
  }
}
