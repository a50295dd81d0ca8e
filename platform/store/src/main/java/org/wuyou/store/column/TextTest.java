package org.wuyou.store.column;

import java.util.Locale;
import org.wuyou.spi.data.Condition;

/** A question about a text alone; asked once of each different text of a column. */
public sealed interface TextTest {
  boolean test(String text);

  /** Part of the text as it is spelt, or regardless of capitals. */
  record Part(Condition.Match match, String part, boolean ignoreCase) implements TextTest {
    public Part {
      part = ignoreCase ? part.toLowerCase(Locale.ROOT) : part;
    }

    @Override
    public boolean test(String text) {
      String own = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
      return switch (match) {
        case STARTS_WITH -> own.startsWith(part);
        case ENDS_WITH -> own.endsWith(part);
        case CONTAINS -> own.contains(part);
      };
    }
  }

  /** Part of the folded text; {@code part} is folded. */
  record Folded(String part) implements TextTest {
    @Override
    public boolean test(String text) {
      return TextFolding.fold(text).contains(part);
    }
  }

  /** A list that holds the element. */
  record Holds(String element) implements TextTest {
    @Override
    public boolean test(String text) {
      return TextList.split(text).contains(element);
    }
  }
}
