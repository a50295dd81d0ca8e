package org.wuyou.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.Composition;
import org.wuyou.gateway.Shape;
import org.wuyou.runtime.Running;
import org.wuyou.runtime.Things;
import org.wuyou.spi.Contribution;

@DisplayName("The schema that answered last")
class LastSchemaTest {
  private static final String QUERY = "{ things { totalCount } }";

  @TempDir Path folder;

  @Test
  void is_made_before_it_is_asked_for_and_taken_if_the_same_is_to_answer() {
    List<Contribution> contributions = List.of(declaring("Thing"));
    new LastSchema(file()).keep(contributions);

    LastSchema next = new LastSchema(file()).begin();
    Shape made = next.of(contributions);

    assertSame(made, next.of(contributions));
    assertEquals(Set.of("Thing"), entities(made, contributions));
  }

  @Test
  void is_made_anew_if_another_is_to_answer() {
    new LastSchema(file()).keep(List.of(declaring("Thing")));

    List<Contribution> other = List.of(declaring("Other"));

    assertEquals(Set.of("Other"), entities(new LastSchema(file()).begin().of(other), other));
  }

  @Test
  void is_made_when_it_is_asked_for_if_nothing_was_kept_or_it_cannot_be_read() throws IOException {
    List<Contribution> contributions = List.of(declaring("Thing"));
    assertEquals(
        Set.of("Thing"), entities(new LastSchema(file()).begin().of(contributions), contributions));

    Files.writeString(file(), "no schema");

    assertEquals(
        Set.of("Thing"), entities(new LastSchema(file()).begin().of(contributions), contributions));
  }

  @Test
  void is_kept_by_a_product_after_every_change_and_followed_by_the_next_start() throws IOException {
    Path kept = folder.resolve("tmp/last-schema");
    try (Running running = Running.in(folder)) {
      running.deploy(Things.version("1.0.0"));
      assertTrue(
          Files.readString(kept, java.nio.charset.StandardCharsets.ISO_8859_1).contains("Thing"));
    }
    try (Running running = Running.in(folder)) {
      assertEquals(0, running.data(QUERY).at("/things/totalCount").asInt());
    }
    Files.writeString(kept, "half a fi");
    try (Running running = Running.in(folder)) {
      assertEquals(0, running.data(QUERY).at("/things/totalCount").asInt());
    }
  }

  private Path file() {
    return folder.resolve("last-schema");
  }

  private static Set<String> entities(Shape shape, List<Contribution> contributions) {
    return assertInstanceOf(Composition.Composed.class, shape.answeredBy(contributions))
        .generation()
        .model()
        .entities()
        .keySet();
  }

  private static Contribution declaring(String entity) {
    String sdl =
        """
        "物 | Thing"
        type %s @entity(key: ["code"]) {
          "编码 | Code"
          code: String! @unique
        }
        """
            .formatted(entity);
    return new Contribution("things", "1.0.0", Map.of("things.graphqls", sdl), Map.of(), Map.of());
  }
}
