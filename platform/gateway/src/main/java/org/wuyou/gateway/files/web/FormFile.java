package org.wuyou.gateway.files.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wuyou.gateway.http.HttpRefusal;

/** Reads the first file of a {@code multipart/form-data} body (RFC 7578), streaming. */
final class FormFile {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "^multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70})).*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME =
      Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_LINE = 8_192;
  private static final int WINDOW = 1 << 16;

  private FormFile() {}

  static Optional<String> boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType.strip());
    return matcher.matches()
        ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  /**
   * Copies the first part that has a file name, and gives that name.
   *
   * @throws HttpRefusal if the form has no file or ends too early
   */
  static Optional<String> copy(InputStream body, String boundary, OutputStream out)
      throws IOException {
    byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    PushbackInputStream in = new PushbackInputStream(body, WINDOW);
    // The first delimiter has no line break before it; one is put there, so all look the same.
    in.unread(new byte[] {'\r', '\n'});
    copyPart(in, delimiter, OutputStream.nullOutputStream());
    while (!line(in).startsWith("--")) {
      Optional<String> fileName = fileName(in);
      if (fileName.isPresent()) {
        copyPart(in, delimiter, out);
        return fileName.filter(name -> !name.isBlank());
      }
      copyPart(in, delimiter, OutputStream.nullOutputStream());
    }
    throw HttpRefusal.badRequest(
        "表单里没有文件；请用名为 file 的文件字段上传。",
        "The form holds no file; send it in a file field named file.");
  }

  private static Optional<String> fileName(InputStream in) throws IOException {
    Optional<String> name = Optional.empty();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      Matcher matcher = FILE_NAME.matcher(header);
      if (header.regionMatches(true, 0, "Content-Disposition:", 0, 20) && matcher.find()) {
        name = Optional.of(matcher.group(1));
      }
    }
    return name;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > LONGEST_LINE) {
        throw cutShort();
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Copies up to the delimiter and consumes it. */
  private static void copyPart(PushbackInputStream in, byte[] delimiter, OutputStream out)
      throws IOException {
    byte[] window = new byte[WINDOW];
    int held = 0;
    while (true) {
      int read = in.read(window, held, window.length - held);
      if (read < 0) {
        throw cutShort();
      }
      held += read;
      int end = indexOf(window, held, delimiter);
      if (end >= 0) {
        out.write(window, 0, end);
        in.unread(window, end + delimiter.length, held - end - delimiter.length);
        return;
      }
      int safe = Math.max(0, held - delimiter.length + 1);
      out.write(window, 0, safe);
      System.arraycopy(window, safe, window, 0, held - safe);
      held -= safe;
    }
  }

  private static int indexOf(byte[] bytes, int length, byte[] wanted) {
    outer:
    for (int i = 0; i <= length - wanted.length; i++) {
      for (int j = 0; j < wanted.length; j++) {
        if (bytes[i + j] != wanted[j]) {
          continue outer;
        }
      }
      return i;
    }
    return -1;
  }

  private static HttpRefusal cutShort() {
    return HttpRefusal.badRequest("表单数据不完整；请重新上传。", "The form data ends too early; send it again.");
  }
}
