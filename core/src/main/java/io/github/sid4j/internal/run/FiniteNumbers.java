package io.github.sid4j.internal.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** JSON has no NaN: it becomes {@code null}, and that NaN again where a number must be. */
final class FiniteNumbers {
  private FiniteNumbers() {}

  static Module module() {
    return new SimpleModule("finite-numbers")
        .addSerializer(Double.class, new Writer())
        .addSerializer(double.class, new Writer())
        .addDeserializer(double.class, new Reader());
  }

  private static final class Writer extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    private Writer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }

  private static final class Reader extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    private Reader() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.currentToken().isNumeric()) {
        return (Double) context.handleUnexpectedToken(double.class, json);
      }
      return json.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
