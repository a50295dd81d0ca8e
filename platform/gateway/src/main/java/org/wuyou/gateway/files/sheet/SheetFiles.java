package org.wuyou.gateway.files.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file by what is in it; its name and declared type are not asked. */
public final class SheetFiles {
  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] OLE2 = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

  private SheetFiles() {}

  /**
   * @throws FileRefused if it is none of CSV, XLSX and XLS, or damaged, encrypted or too large
   */
  public static SheetFile open(Path file, FileLimits limits) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw empty();
    }
    if (size > limits.bytes()) {
      throw new FileRefused(
          "FILE_TOO_LARGE",
          "文件超过 " + (limits.bytes() >> 20) + " MB；请拆成几个文件分别上传。",
          "The file is larger than "
              + (limits.bytes() >> 20)
              + " MB; split it and send the parts one by one.");
    }
    byte[] head = head(file);
    if (startsWith(head, ZIP)) {
      return XlsxFile.open(file, limits);
    }
    if (startsWith(head, OLE2)) {
      return XlsFile.open(file, limits);
    }
    return CsvFile.open(file, limits);
  }

  static FileRefused empty() {
    return new FileRefused(
        "EMPTY_FILE",
        "文件是空的；请确认上传的是保存过的数据文件。",
        "The file is empty; check that you sent the saved data file.");
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static boolean startsWith(byte[] head, int[] magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
