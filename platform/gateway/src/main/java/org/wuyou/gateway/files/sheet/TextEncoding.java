package org.wuyou.gateway.files.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which encoding a text file is in, decided by strict decoding of the whole file: UTF-8 if every
 * byte is valid UTF-8, else GB18030 if every byte is valid GB18030. The few texts that are both are
 * taken for Chinese.
 *
 * @param bom bytes of a byte order mark to skip
 */
record TextEncoding(Charset charset, int bom) {
  static final Charset GB18030 = Charset.forName("GB18030");

  static TextEncoding detect(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return strictly(file, StandardCharsets.UTF_16BE, 2);
    }
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return strictly(file, StandardCharsets.UTF_16LE, 2);
    }
    boolean utf8Mark =
        head.length == 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    if (utf8Mark) {
      return strictly(file, StandardCharsets.UTF_8, 3);
    }
    Seen asUtf8 = new Seen();
    if (!decodes(file, StandardCharsets.UTF_8, 0, asUtf8)) {
      return strictly(file, GB18030, 0);
    }
    return asUtf8.onlyShort() && hanInGb18030(file)
        ? new TextEncoding(GB18030, 0)
        : new TextEncoding(StandardCharsets.UTF_8, 0);
  }

  /** What characters a text has beyond ASCII. */
  private static final class Seen {
    private boolean beyondAscii;
    private boolean beyondTwoBytes;
    private boolean beyondHan;

    void see(CharBuffer chars) {
      for (int i = 0; i < chars.length(); i++) {
        char c = chars.charAt(i);
        beyondAscii |= c > 0x7F;
        beyondTwoBytes |= c > 0x7FF;
        beyondHan |= c > 0x7F && !Character.isIdeographic(c);
      }
    }

    /** Some byte pairs of GB18030 are also valid UTF-8: 元 alone reads as a letter of Komi. */
    boolean onlyShort() {
      return beyondAscii && !beyondTwoBytes;
    }
  }

  private static boolean hanInGb18030(Path file) throws IOException {
    Seen seen = new Seen();
    return decodes(file, GB18030, 0, seen) && !seen.beyondHan;
  }

  private static TextEncoding strictly(Path file, Charset charset, int bom) throws IOException {
    if (decodes(file, charset, bom, new Seen())) {
      return new TextEncoding(charset, bom);
    }
    throw new FileRefused(
        "UNKNOWN_ENCODING",
        "文件既不是 UTF-8 也不是 GB18030 编码的文本，也不是 Excel 文件；请另存为 XLSX 或“CSV UTF-8”后重新上传。",
        "The file is neither text in UTF-8 or GB18030 nor an Excel file; save it as XLSX or as \"CSV UTF-8\" and send it again.");
  }

  /** Whether every byte is of the encoding, and none of the characters is a control character. */
  private static boolean decodes(Path file, Charset charset, int bom, Seen seen)
      throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(bom);
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        refuseBinary(chars.flip());
        seen.see(chars);
        chars.clear();
      }
      return !decoder.flush(chars).isError();
    }
  }

  private static void refuseBinary(CharBuffer chars) {
    for (int i = 0; i < chars.length(); i++) {
      if (chars.charAt(i) == 0) {
        throw new FileRefused(
            "BINARY_CONTENT",
            "文件含有 NUL 字节，不是文本；请从原软件重新导出为 XLSX 或 CSV。",
            "The file holds NUL bytes, so it is not text; export it again as XLSX or CSV.");
      }
    }
  }
}
