package org.wuyou.gateway.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wuyou.gateway.SchemaChanges;
import org.wuyou.gateway.SchemaChanges.Change;
import org.wuyou.gateway.SchemaChanges.Kind;
import org.wuyou.gateway.schema.Coordinates.Part;

/** Compares two schemas coordinate by coordinate. */
public final class SchemaDifference {
  private SchemaDifference() {}

  /**
   * All that differs.
   *
   * @param owner the module of a coordinate, whichever schema has it
   */
  public static SchemaChanges between(
      Coordinates before, Coordinates after, UnaryOperator<String> owner) {
    List<Change> changes = new ArrayList<>();
    before
        .parts()
        .forEach(
            (coordinate, part) -> {
              Part next = after.parts().get(coordinate);
              String module = owner.apply(coordinate);
              if (next == null) {
                changes.add(new Change(Kind.REMOVED, coordinate, module, part.text(), "", true));
              } else if (!next.equals(part)) {
                changes.add(
                    new Change(
                        Kind.CHANGED,
                        coordinate,
                        module,
                        part.text(),
                        next.text(),
                        breaking(part, next)));
              }
            });
    for (Map.Entry<String, Part> entry : after.parts().entrySet()) {
      if (!before.parts().containsKey(entry.getKey())) {
        Part part = entry.getValue();
        // A new field that must be given breaks those who do not give it, if its owner was there.
        boolean breaking = part.wanted() && before.parts().containsKey(parent(entry.getKey()));
        changes.add(
            new Change(
                Kind.ADDED,
                entry.getKey(),
                owner.apply(entry.getKey()),
                "",
                part.text(),
                breaking));
      }
    }
    return new SchemaChanges(changes);
  }

  /** Outputs may become stricter and inputs laxer; all else may break someone. */
  private static boolean breaking(Part before, Part after) {
    if (before.input() != after.input()) {
      return true;
    }
    return before.input()
        ? !stricter(before.text(), after.text())
        : !stricter(after.text(), before.text());
  }

  /** Whether {@code strict} is {@code lax} with more exclamation marks. */
  private static boolean stricter(String strict, String lax) {
    int j = 0;
    for (int i = 0; i < strict.length(); i++) {
      if (j < lax.length() && strict.charAt(i) == lax.charAt(j)) {
        j++;
      } else if (strict.charAt(i) != '!') {
        return false;
      }
    }
    return j == lax.length();
  }

  private static String parent(String coordinate) {
    int argument = coordinate.indexOf('(');
    return argument > 0
        ? coordinate.substring(0, argument)
        : coordinate.substring(0, Math.max(0, coordinate.indexOf('.')));
  }
}
