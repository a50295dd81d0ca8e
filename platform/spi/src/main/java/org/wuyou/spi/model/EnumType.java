package org.wuyou.spi.model;

import java.util.List;
import java.util.Optional;

/**
 * An enumeration: its values in declared order, each with a label and the spellings files may use.
 */
public record EnumType(String name, String owner, Label label, List<Value> values) {
  public record Value(String name, Label label, List<String> aliases) {
    public Value {
      aliases = List.copyOf(aliases);
    }
  }

  public EnumType {
    values = List.copyOf(values);
  }

  /** The value named, labelled or aliased {@code spelling}. */
  public Optional<Value> find(String spelling) {
    return values.stream()
        .filter(
            v ->
                v.name.equals(spelling)
                    || v.label.zh().equals(spelling)
                    || v.label.en().equalsIgnoreCase(spelling)
                    || v.aliases.contains(spelling))
        .findFirst();
  }
}
