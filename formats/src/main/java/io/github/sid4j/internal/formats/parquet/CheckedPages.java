package io.github.sid4j.internal.formats.parquet;

import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;

/** Pages whose counts are held to what their bytes can have, before memory is taken by them. */
final class CheckedPages implements PageReadStore {
  private final PageReadStore pages;

  CheckedPages(PageReadStore pages) {
    this.pages = pages;
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return new Checked(pages.getPageReader(column));
  }

  @Override
  public long getRowCount() {
    return pages.getRowCount();
  }

  @Override
  public Optional<Long> getRowIndexOffset() {
    return pages.getRowIndexOffset();
  }

  @Override
  public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
    return pages.getRowIndexes();
  }

  @Override
  public void close() {
    pages.close();
  }

  /** The pages of a column. */
  private record Checked(PageReader reader) implements PageReader {
    @Override
    public DictionaryPage readDictionaryPage() {
      DictionaryPage page = reader.readDictionaryPage();
      // Each value of a dictionary has at least a byte.
      if (page != null
          && (page.getDictionarySize() < 0 || page.getDictionarySize() > page.getBytes().size())) {
        throw new ParquetDecodingException(
            "a dictionary of %s values in %s bytes"
                .formatted(page.getDictionarySize(), page.getBytes().size()));
      }
      return page;
    }

    @Override
    public long getTotalValueCount() {
      return reader.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
      DataPage page = reader.readPage();
      if (page != null
          && (page.getValueCount() < 0 || page.getValueCount() > reader.getTotalValueCount())) {
        throw new ParquetDecodingException(
            "a page of %s values in a column of %s"
                .formatted(page.getValueCount(), reader.getTotalValueCount()));
      }
      return page;
    }
  }
}
