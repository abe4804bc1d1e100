package io.github.sid4j.internal.formats.parquet;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * Which columns of a Parquet file are the image and its class.
 *
 * @param image the name of the column of images
 * @param label the name of the column of classes
 * @param classNames of the classes 0, 1 and so on; none if labels are names
 */
public record ImageColumns(String image, String label, List<String> classNames) {
  private static final String BYTES = "bytes";

  /**
   * Finds them.
   *
   * @return empty if the file has no column of images: it is a table
   */
  public static Optional<ImageColumns> of(ParquetShard shard, CsvOptions options) {
    List<String> images =
        shard.schema().getFields().stream()
            .filter(ImageColumns::isImage)
            .map(Type::getName)
            .filter(name -> options.uses().get(name) != ColumnUse.DROP)
            .toList();
    if (images.isEmpty()) {
      return Optional.empty();
    }
    if (images.size() > 1) {
      throw new InputException(
          shard.file().toString(),
          "one column of images",
          CsvLoader.shortened(images),
          "leave the others out by columns=%s=drop".formatted(images.get(1)));
    }
    String label = label(shard, options.labelColumn());
    List<String> names = shard.features().classes().getOrDefault(label, List.of());
    return Optional.of(new ImageColumns(images.get(0), label, names));
  }

  /** A struct of bytes and path, or bytes that are no text. */
  private static boolean isImage(Type type) {
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      return false;
    }
    if (type.isPrimitive()) {
      return isBytes(type);
    }
    GroupType group = type.asGroupType();
    return group.containsField(BYTES) && isBytes(group.getType(BYTES));
  }

  private static boolean isBytes(Type type) {
    return type.isPrimitive()
        && type.getLogicalTypeAnnotation() == null
        && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  /** The column of that name, or else the only one that has classes. */
  static String label(ParquetShard shard, String wanted) {
    MessageType schema = shard.schema();
    if (schema.containsField(wanted) && schema.getType(wanted).isPrimitive()) {
      return wanted;
    }
    List<String> classes = shard.features().classes().keySet().stream().sorted().toList();
    if (wanted.equals(CsvOptions.DEFAULT_LABEL_COLUMN) && classes.size() == 1) {
      return classes.get(0);
    }
    throw new InputException(
        shard.file().toString(),
        "a column %s with the class".formatted(wanted),
        CsvLoader.shortened(schema.getFields().stream().map(Type::getName).toList()),
        "set label-column to one of them");
  }

  /** The bytes of the image alone, without its path. */
  MessageType images(MessageType schema) {
    Type type = schema.getType(image);
    return new MessageType(
        schema.getName(),
        type.isPrimitive()
            ? type
            : type.asGroupType().withNewFields(type.asGroupType().getType(BYTES)));
  }

  /** The class alone. */
  MessageType labels(MessageType schema) {
    return new MessageType(schema.getName(), schema.getType(label));
  }
}
