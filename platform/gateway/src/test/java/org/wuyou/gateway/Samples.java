package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Resolver;

/** Contributions for tests. */
final class Samples {
  private Samples() {}

  /** The record a module's code would give for {@code Standing}. */
  record Standing(
      java.time.LocalDate date,
      String word,
      org.wuyou.spi.value.Money amount,
      Grade grade,
      List<org.wuyou.spi.data.Row> peers) {}

  enum Grade {
    FIRST,
    SECOND
  }

  static Map<String, Resolver> resolvers() {
    Map<String, Resolver> resolvers = new LinkedHashMap<>();
    resolvers.put(
        "Enterprise.standing",
        call ->
            new Standing(
                call.asOf(),
                call.row().text("name"),
                call.row().money("revenue"),
                Grade.SECOND,
                call.row().related("subsidiaries")));
    resolvers.put(
        "Enterprise.latestReturn",
        call -> {
          var returns = call.row().related("returns");
          return returns.isEmpty() ? null : returns.getLast();
        });
    resolvers.put("Query.today", org.wuyou.spi.Call::asOf);
    resolvers.put(
        "Query.failing",
        call -> {
          throw new IllegalStateException("secret /etc/passwd");
        });
    resolvers.put(
        "Mutation.enterprisesRename",
        call -> {
          var table = call.snapshot().table("Enterprise");
          List<org.wuyou.spi.data.Change> changes =
              java.util.Arrays.stream(table.positions(org.wuyou.spi.data.Condition.ALL))
                  .mapToObj(table::row)
                  .<org.wuyou.spi.data.Change>map(
                      row ->
                          new org.wuyou.spi.data.Change.Update(
                              "Enterprise",
                              org.wuyou.spi.data.RowKey.id(row.id()),
                              null,
                              Map.of("name", row.text("name") + call.argument("suffix"))))
                  .toList();
          call.commit(new org.wuyou.spi.data.Transaction("module", changes));
          return changes.size();
        });
    return resolvers;
  }

  static Contribution registry() {
    return new Contribution(
        "registry",
        "1.0.0",
        Map.of("registry.graphqls", resource("/sample/registry.graphqls")),
        resolvers(),
        Map.of());
  }

  static Contribution module(String name, String sdl) {
    return new Contribution(name, "1.0.0", Map.of("a.graphqls", sdl), Map.of(), Map.of());
  }

  static Generation composed(Contribution... contributions) {
    Composition composition = SchemaComposer.compose(List.of(contributions));
    return assertInstanceOf(
            Composition.Composed.class,
            composition,
            () ->
                ((Composition.Rejected) composition)
                    .faults().stream().map(Object::toString).collect(Collectors.joining("\n")))
        .generation();
  }

  static List<SchemaFault> faults(Contribution... contributions) {
    return assertInstanceOf(
            Composition.Rejected.class, SchemaComposer.compose(List.of(contributions)))
        .faults();
  }

  static String resource(String name) {
    try (var in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
