package org.wuyou.gateway.files.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A format of files that are given out. */
public sealed interface FileFormat {
  /** Separated by commas; UTF-8 begins with a byte order mark, which spreadsheets need. */
  record Csv(Charset charset) implements FileFormat {
    public static final Csv UTF_8 = new Csv(StandardCharsets.UTF_8);
    public static final Csv GB18030 = new Csv(Charset.forName("GB18030"));
  }

  record Xlsx() implements FileFormat {}

  default String extension() {
    return this instanceof Csv ? "csv" : "xlsx";
  }

  default String contentType() {
    return switch (this) {
      case Csv(Charset charset) -> "text/csv; charset=" + charset.name();
      case Xlsx() -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    };
  }

  /** A writer of one sheet. */
  default SheetWriter writer(OutputStream out, String sheet) throws IOException {
    return switch (this) {
      case Csv(Charset charset) -> new CsvWriting(out, charset);
      case Xlsx() -> new XlsxWriting(out, sheet);
    };
  }
}
