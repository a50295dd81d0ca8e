package org.wuyou.registry.yearly;

import java.util.List;
import org.wuyou.spi.model.Label;

/** What a logic check found in a yearly return: a hint to look again, never a refusal. */
public record ReturnFlag(String code, List<String> fields, String zh, String en) {
  public ReturnFlag {
    fields = List.copyOf(fields);
  }

  static ReturnFlag of(String code, List<String> fields, String zh, String en) {
    return new ReturnFlag(code, fields, zh, en);
  }

  public Label message() {
    return new Label(zh, en);
  }
}
