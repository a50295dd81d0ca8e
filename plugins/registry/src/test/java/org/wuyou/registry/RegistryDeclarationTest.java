package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wuyou.gateway.Composition;
import org.wuyou.gateway.Generation;
import org.wuyou.gateway.SchemaComposer;

class RegistryDeclarationTest {
  @Test
  void It_composes_and_every_computed_field_has_its_code() {
    Generation generation = compose();
    assertTrue(generation.model().entities().containsKey("Enterprise"));
    assertEquals(List.of("uscc"), generation.model().entity("Enterprise").key());
  }

  @Test
  void What_clients_see_of_it_is_the_golden_schema() throws Exception {
    Path golden = Path.of("..", "..", "api-schema", "src", "test", "golden", "registry.graphqls");
    Golden.check(golden, compose().sdl());
  }

  static Generation compose() {
    Composition composition = SchemaComposer.compose(List.of(Registered.registry()));
    return assertInstanceOf(
            Composition.Composed.class,
            composition,
            () ->
                composition instanceof Composition.Rejected rejected
                    ? rejected.faults().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"))
                    : "")
        .generation();
  }
}
