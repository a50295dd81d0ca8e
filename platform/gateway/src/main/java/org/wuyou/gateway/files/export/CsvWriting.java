package org.wuyou.gateway.files.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wuyou.gateway.files.cell.Formulas;
import org.wuyou.gateway.files.sheet.Cell;

/** Writes CSV as RFC 4180 has it, with CRLF. */
final class CsvWriting implements SheetWriter {
  private final Writer text;
  private final CsvWriter csv;

  CsvWriting(OutputStream out, Charset charset) throws IOException {
    text = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
    if (charset.equals(StandardCharsets.UTF_8)) {
      text.write('\uFEFF');
    }
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
  }

  @Override
  public void row(List<Cell> cells) {
    String[] fields = new String[cells.size()];
    for (int i = 0; i < fields.length; i++) {
      Cell cell = cells.get(i);
      fields[i] = cell instanceof Cell.Text(String value) ? Formulas.armed(value) : cell.shown();
    }
    csv.writeRecord(fields);
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    text.flush();
  }
}
