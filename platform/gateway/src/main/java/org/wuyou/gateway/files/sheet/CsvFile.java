package org.wuyou.gateway.files.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text file of separated values: encoding and separator are found, quoting is checked. */
final class CsvFile implements SheetFile {
  private static final char[] SEPARATORS = {',', '\t', ';'};
  private static final int SAMPLE = 1 << 16;

  private final Path file;
  private final TextEncoding encoding;
  private final char separator;
  private final FileLimits limits;

  private CsvFile(Path file, TextEncoding encoding, char separator, FileLimits limits) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
    this.limits = limits;
  }

  static CsvFile open(Path file, FileLimits limits) throws IOException {
    TextEncoding encoding = TextEncoding.detect(file);
    return new CsvFile(file, encoding, separator(file, encoding), limits);
  }

  /** The separator that occurs most often outside quotes in the first line that has any. */
  private static char separator(Path file, TextEncoding encoding) throws IOException {
    char[] sample = new char[SAMPLE];
    int length;
    try (Reader reader = reader(file, encoding)) {
      length = Math.max(0, reader.read(sample));
    }
    int[] seen = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < length; i++) {
      char c = sample[i];
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (most(seen) >= 0) {
          break;
        }
      } else if (!quoted) {
        for (int s = 0; s < SEPARATORS.length; s++) {
          seen[s] += c == SEPARATORS[s] ? 1 : 0;
        }
      }
    }
    return SEPARATORS[Math.max(0, most(seen))];
  }

  private static int most(int[] seen) {
    int best = -1;
    for (int s = 0; s < seen.length; s++) {
      if (seen[s] > 0 && (best < 0 || seen[s] > seen[best])) {
        best = s;
      }
    }
    return best;
  }

  private static Reader reader(Path file, TextEncoding encoding) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(encoding.bom());
    return new BufferedReader(new InputStreamReader(in, encoding.charset()), SAMPLE);
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(new Sheet("", false));
  }

  @Override
  public boolean delimited() {
    return true;
  }

  @Override
  public Lines lines(int sheet) {
    try {
      return new Records(
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .maxBufferSize(Math.max(1 << 16, limits.cellLength() * 4))
              .ofCsvRecord(reader(file, encoding)),
          limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}

  private static final class Records implements Lines {
    private final CloseableIterator<CsvRecord> records;
    private final FileLimits limits;
    private int number;

    Records(CsvReader<CsvRecord> reader, FileLimits limits) {
      this.records = reader.iterator();
      this.limits = limits;
    }

    @Override
    public boolean hasNext() {
      try {
        return records.hasNext();
      } catch (CsvParseException | UncheckedIOException e) {
        throw unreadable(e);
      }
    }

    @Override
    public Line next() {
      CsvRecord csv;
      try {
        csv = records.next();
      } catch (CsvParseException | UncheckedIOException e) {
        throw unreadable(e);
      }
      number++;
      List<Cell> cells = new ArrayList<>(csv.getFieldCount());
      for (String field : csv.getFields()) {
        cells.add(new Cell.Text(field));
      }
      return limits.check(new Line(number, cells));
    }

    private FileRefused unreadable(RuntimeException e) {
      int row = number + 1;
      return new FileRefused(
          "UNBALANCED_QUOTES",
          "从第 " + row + " 行起无法分列：引号没有成对，或单元格过长。请检查该行的双引号（单元格内的双引号要写两遍）。",
          "From row "
              + row
              + " on the columns cannot be told apart: a quote is not closed, or a cell is too long. Check the double quotes of that row (inside a cell they are written twice).",
          e);
    }

    @Override
    public void close() {
      try {
        records.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
