package org.wuyou.gateway.files.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through an XLSX before anything reads it: every part is unpacked once under limits, so that
 * an archive made to fill the memory, or XML made to reach other files, is refused here.
 */
final class ArchiveGuard {
  /** Parts below this size may be packed as tightly as they like. */
  private static final long SMALL = 1 << 20;

  private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};
  private static final int LONGEST_COLUMN_NAME = 3;

  private ArchiveGuard() {}

  /** The names of the parts, once all of them are found harmless. */
  static Set<String> check(Path file, FileLimits limits) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long total = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        names.add(entry.getName());
        if (!entry.isDirectory()) {
          total += scan(zip, entry, limits.inflatedBytes() - total, limits);
        }
      }
    } catch (ZipException e) {
      throw damaged(e);
    }
    return names;
  }

  static FileRefused damaged(Throwable cause) {
    return new FileRefused(
        "DAMAGED_FILE",
        "Excel 文件已损坏或不完整；请重新下载或另存后再上传。",
        "The Excel file is damaged or incomplete; download or save it again, then send it.",
        cause);
  }

  private static long scan(ZipFile zip, ZipEntry entry, long allowed, FileLimits limits)
      throws IOException {
    boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
    long packed = Math.max(1, entry.getCompressedSize());
    XmlScan scan = new XmlScan();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > allowed || (size > SMALL && size / packed > limits.inflation())) {
          throw new FileRefused(
              "ARCHIVE_BOMB",
              "文件展开后异常庞大，已拒绝；请只保留数据，另存为新文件后上传。",
              "The file unpacks to an abnormal size and is refused; keep only the data, save it as a new file and send that.");
        }
        if (xml) {
          scan.see(buffer, read);
        }
      }
    }
    return size;
  }

  /** Looks for what no spreadsheet program writes, across the borders of buffers. */
  private static final class XmlScan {
    private int doctype;
    private int letters = -1;
    private long seen;

    void see(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        byte b = buffer[i];
        if (seen++ < 4 && (b == 0 || b == (byte) 0xFE || b == (byte) 0xFF)) {
          throw unsafe();
        }
        doctype = b == DOCTYPE[doctype] ? doctype + 1 : b == DOCTYPE[0] ? 1 : 0;
        if (doctype == DOCTYPE.length) {
          throw unsafe();
        }
        columnName(b);
      }
    }

    /**
     * A cell address such as {@code r="AAAAAAA1"} would make a reader allocate the row up to it.
     */
    private void columnName(byte b) {
      if (b == '"') {
        letters = 0;
      } else if (letters >= 0 && b >= 'A' && b <= 'Z') {
        letters++;
      } else {
        if (letters > LONGEST_COLUMN_NAME && b >= '0' && b <= '9') {
          throw unsafe();
        }
        letters = -1;
      }
    }

    private static FileRefused unsafe() {
      return new FileRefused(
          "UNSAFE_CONTENT",
          "文件含有电子表格不应有的内容（外部实体声明或异常的单元格地址），已拒绝；请用 Excel 或 WPS 另存为新文件后上传。",
          "The file holds what no spreadsheet has (entity declarations or abnormal cell addresses) and is refused; save it as a new file with a spreadsheet program and send that.");
    }
  }
}
