package org.wuyou.gateway.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The size of an operation once its fragments are expanded. Every fragment is measured once, so a
 * short text that expands to billions of fields is measured at the cost of reading it.
 */
final class Shape {
  /** Numbers stop at the largest long. */
  record Size(long fields, long aliases, long directives, int depth) {
    static final Size NONE = new Size(0, 0, 0, 0);

    Size plus(Size other) {
      return new Size(
          Cost.add(fields, other.fields),
          Cost.add(aliases, other.aliases),
          Cost.add(directives, other.directives),
          Math.max(depth, other.depth));
    }
  }

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Size> measured = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Shape(Document document) {
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  Size of(OperationDefinition operation) {
    Size size = of(operation.getSelectionSet());
    return size.plus(new Size(0, 0, operation.getDirectives().size(), 0));
  }

  /** Fields at the root, fragments expanded. */
  long rootFields(OperationDefinition operation) {
    return roots(operation.getSelectionSet(), new HashSet<>());
  }

  private long roots(@Nullable SelectionSet set, Set<String> seen) {
    long count = 0;
    if (set != null) {
      for (Selection<?> selection : set.getSelections()) {
        count +=
            switch (selection) {
              case Field field -> 1;
              case InlineFragment inline -> roots(inline.getSelectionSet(), seen);
              case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                yield fragment == null || !seen.add(spread.getName())
                    ? 0
                    : roots(fragment.getSelectionSet(), seen);
              }
              default -> 0;
            };
      }
    }
    return count;
  }

  private Size of(@Nullable SelectionSet set) {
    Size sum = Size.NONE;
    if (set != null) {
      for (Selection<?> selection : set.getSelections()) {
        sum = sum.plus(of(selection));
      }
    }
    return sum;
  }

  private Size of(Selection<?> selection) {
    return switch (selection) {
      case Field field -> {
        int aliases = field.getAlias() == null ? 0 : 1;
        Size own = new Size(1, aliases, field.getDirectives().size(), 1);
        // Introspection is deep by nature and costs no data.
        Size inner = field.getName().startsWith("__") ? Size.NONE : of(field.getSelectionSet());
        yield own.plus(new Size(inner.fields, inner.aliases, inner.directives, inner.depth + 1));
      }
      case InlineFragment inline ->
          of(inline.getSelectionSet()).plus(new Size(0, 0, inline.getDirectives().size(), 0));
      case FragmentSpread spread ->
          fragment(spread.getName()).plus(new Size(0, 0, spread.getDirectives().size(), 0));
      default -> Size.NONE;
    };
  }

  /** A fragment that leads back to itself is refused by validation; here it only must not loop. */
  private Size fragment(String name) {
    Size known = measured.get(name);
    FragmentDefinition fragment = fragments.get(name);
    if (known != null || fragment == null || !open.add(name)) {
      return known == null ? Size.NONE : known;
    }
    Size size = of(fragment.getSelectionSet());
    open.remove(name);
    measured.put(name, size);
    return size;
  }

  Map<String, FragmentDefinition> fragments() {
    return fragments;
  }
}
