package org.wuyou.store.column;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which texts are searched: traditional characters as simplified ones, full width as
 * half width, capitals as small letters, no blanks. Character by character, so a part of a text
 * folds to a part of its folded form.
 */
public final class TextFolding {
  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';
  private static final char[] SIMPLIFIED = simplified();

  private TextFolding() {}

  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if (c != ' ') {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static char fold(char c) {
    if (c >= FIRST && c <= LAST) {
      return SIMPLIFIED[c - FIRST];
    }
    if (c == '\u3000' || Character.isWhitespace(c)) {
      return ' ';
    }
    char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    return Character.toLowerCase(half);
  }

  private static char[] simplified() {
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      char c = (char) (FIRST + i);
      // The library answers null for characters that it does not know.
      @Nullable List<String> forms = ZhConverterUtil.toSimple(c);
      table[i] = plain(forms) ? forms.getFirst().charAt(0) : c;
    }
    return table;
  }

  /** Characters outside the basic plane take two chars and are left as they are. */
  private static boolean plain(@Nullable List<String> forms) {
    return forms != null && !forms.isEmpty() && forms.getFirst().length() == 1;
  }
}
