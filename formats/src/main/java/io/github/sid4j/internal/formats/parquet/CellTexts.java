package io.github.sid4j.internal.formats.parquet;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** The text of a value, as a table shows it. */
final class CellTexts {
  private CellTexts() {}

  /**
   * The text of a value in a row.
   *
   * @param field its place among those that are read
   * @return empty if there is none
   */
  static String of(Group row, int field) {
    Type type = row.getType().getType(field);
    if (row.getFieldRepetitionCount(field) == 0) {
      return "";
    }
    PrimitiveType primitive = type.asPrimitiveType();
    return switch (primitive.getPrimitiveTypeName()) {
      case BOOLEAN -> Boolean.toString(row.getBoolean(field, 0));
      case INT32 -> primitive.stringifier().stringify(row.getInteger(field, 0));
      case INT64 -> primitive.stringifier().stringify(row.getLong(field, 0));
      case FLOAT -> Float.toString(row.getFloat(field, 0));
      case DOUBLE -> Double.toString(row.getDouble(field, 0));
      case BINARY ->
          primitive.getLogicalTypeAnnotation() == null
              ? row.getBinary(field, 0).toStringUsingUTF8()
              : primitive.stringifier().stringify(row.getBinary(field, 0));
      case INT96 -> primitive.stringifier().stringify(row.getInt96(field, 0));
      case FIXED_LEN_BYTE_ARRAY -> primitive.stringifier().stringify(row.getBinary(field, 0));
    };
  }
}
