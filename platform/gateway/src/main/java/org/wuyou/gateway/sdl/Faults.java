package org.wuyou.gateway.sdl;

import graphql.language.Node;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.SchemaFault;
import org.wuyou.spi.model.Label;

/** Gathers all that is wrong, so that an author mends everything in one go. */
public final class Faults {
  private static final String SEPARATOR = "/";
  private final List<SchemaFault> found = new ArrayList<>();

  public Faults() {}

  /** Goes on from what another has gathered, which stays as it is. */
  public Faults(Faults before) {
    found.addAll(before.found);
  }

  /** The source name under which a module's file is parsed, so that places name both. */
  static String sourceName(String module, String file) {
    return module + SEPARATOR + file;
  }

  /** The module whose file the node stands in. */
  static String module(Node<?> node) {
    String name = source(location(node));
    return name.substring(0, name.indexOf(SEPARATOR));
  }

  /** {@code registry/enterprise.graphqls:12}, for naming the other place of a conflict. */
  static String place(Node<?> node) {
    SourceLocation location = location(node);
    return source(location) + ":" + location.getLine();
  }

  /** Every text is read with its places. */
  private static SourceLocation location(Node<?> node) {
    return Objects.requireNonNull(node.getSourceLocation());
  }

  private static String source(SourceLocation place) {
    return Objects.requireNonNull(place.getSourceName());
  }

  public void add(Node<?> node, String code, Label message, Label remedy) {
    add(location(node), code, message, remedy);
  }

  public void add(SourceLocation place, String code, Label message, Label remedy) {
    String name = source(place);
    int cut = name.indexOf(SEPARATOR);
    found.add(
        new SchemaFault(
            name.substring(0, cut),
            name.substring(cut + 1),
            place.getLine(),
            place.getColumn(),
            code,
            message,
            remedy));
  }

  /** A fault of a module that lies in none of its texts. */
  public void addWithoutPlace(String module, String code, Label message, Label remedy) {
    found.add(new SchemaFault(module, "", 0, 0, code, message, remedy));
  }

  public boolean any() {
    return !found.isEmpty();
  }

  /** By module, file and place. */
  public List<SchemaFault> list() {
    return found.stream()
        .sorted(
            Comparator.comparing(SchemaFault::module)
                .thenComparing(SchemaFault::file)
                .thenComparingInt(SchemaFault::line)
                .thenComparingInt(SchemaFault::column))
        .distinct()
        .toList();
  }

  static Label label(String zh, String en) {
    return new Label(zh, en);
  }

  /** The remedy that offers the nearest name, if one is near. */
  static Label didYouMean(@Nullable String nearest, Label otherwise) {
    return nearest == null
        ? otherwise
        : new Label("是否想写 " + nearest + "？", "Did you mean " + nearest + "?");
  }
}
