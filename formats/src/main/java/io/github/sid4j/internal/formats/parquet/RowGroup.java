package io.github.sid4j.internal.formats.parquet;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.formats.shard.Damage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads the rows of a row group one after the other. To be used by one thread. */
final class RowGroup implements Closeable {
  private final Place place;
  private final ParquetFileReader reader;
  private final RecordReader<Group> records;
  private int next;
  private InputException damage;

  /** Where it is. */
  record Place(Path file, ParquetMetadata footer, int group, int rows) {
    private String text(int row) {
      return "%s row group %s row %s".formatted(file, group, row);
    }

    private InputException damage(int row, Exception e) {
      return e instanceof InputException known
          ? known
          : Damage.of(text(row), "whole pages of a Parquet file", e);
    }
  }

  private RowGroup(Place place, ParquetFileReader reader, RecordReader<Group> records) {
    this.place = place;
    this.reader = reader;
    this.records = records;
  }

  static RowGroup open(Place place, MessageType wanted, ParquetReadOptions options)
      throws IOException {
    LocalInputFile input = new LocalInputFile(place.file);
    ParquetFileReader reader =
        new ParquetFileReader(input, place.footer, options, input.newStream());
    try {
      reader.setRequestedSchema(wanted);
      PageReadStore pages = reader.readRowGroup(place.group);
      RecordReader<Group> records =
          new ColumnIOFactory()
              .getColumnIO(wanted, place.footer.getFileMetaData().getSchema())
              .getRecordReader(new CheckedPages(pages), new GroupRecordConverter(wanted));
      return new RowGroup(place, reader, records);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw place.damage(0, e);
    }
  }

  /** How many rows were read. */
  int next() {
    return next;
  }

  /** The next row; there is one. Behind a damaged row all are damaged. */
  Group read() {
    if (damage != null) {
      throw damage;
    }
    try {
      Group row = records.read();
      next++;
      return row;
    } catch (RuntimeException e) {
      damage = place.damage(next, e);
      throw damage;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
