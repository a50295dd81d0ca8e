package org.wuyou.gateway.files.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** Which header means which column of an entity, and which header is written over it. */
public final class HeaderNames {
  private final List<Leaf> leaves;
  private final Map<String, Leaf> byName = new HashMap<>();

  private HeaderNames(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  public static HeaderNames of(EntityType entity, Model model) {
    HeaderNames names = new HeaderNames(Leaf.of(entity, model));
    names.leaves.forEach(
        leaf -> leaf.names().forEach(name -> names.byName.putIfAbsent(name, leaf)));
    names.addUnambiguous();
    return names;
  }

  private void addUnambiguous() {
    Map<String, Set<Leaf>> weak = new HashMap<>();
    for (Leaf leaf : leaves) {
      leaf.weakNames()
          .forEach(name -> weak.computeIfAbsent(name, n -> new java.util.HashSet<>()).add(leaf));
    }
    weak.forEach(
        (name, meant) -> {
          if (meant.size() == 1) {
            byName.putIfAbsent(name, meant.iterator().next());
          }
        });
  }

  /** All columns, in declared order. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** The column that the header names; brackets behind the name may be part of it. */
  Optional<Leaf> find(HeaderText header) {
    return exact(header).or(() -> Optional.ofNullable(byName.get(header.name())));
  }

  /** The column that the whole header names, what is in brackets being part of the name. */
  Optional<Leaf> exact(HeaderText header) {
    return Optional.ofNullable(byName.get(header.whole()));
  }

  /** The header to write: the label, without the remark in its brackets if it is still clear. */
  public Label written(Leaf leaf) {
    Label full = leaf.label();
    Label brief = leaf.briefLabel();
    return new Label(
        means(brief.zh(), leaf) ? brief.zh() : full.zh(),
        means(brief.en(), leaf) ? brief.en() : full.en());
  }

  private boolean means(String header, Leaf leaf) {
    return leaf.equals(byName.get(HeaderText.fold(header)));
  }

  /** All spellings of a column's header, for messages. */
  static String spellings(Leaf leaf) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(leaf.briefLabel().zh(), leaf.name()),
            leaf.last().aliases().stream())
        .distinct()
        .collect(Collectors.joining(" / "));
  }
}
