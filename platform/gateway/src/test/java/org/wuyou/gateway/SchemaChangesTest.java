package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.gateway.SchemaChanges.Kind;

@DisplayName("Changes from one generation to the next")
class SchemaChangesTest {
  private static Generation of(String fields, String more) {
    return Samples.composed(
        Samples.module(
            "mine",
            "\"甲 | A\"\ntype A @entity(key: [\"code\"]) {\n\"码 | Code\"\ncode: String!\n"
                + fields
                + "}\n"
                + more));
  }

  private static final String ENUM = "\"色 | Colour\"\nenum Colour {\n\"红 | Red\"\nRED\n%s}\n";

  @Test
  void are_none_between_equal_contributions() {
    assertEquals(List.of(), of("", "").changesTo(of("", "")).changes());
  }

  @Test
  void tell_what_is_added_and_break_nothing() {
    SchemaChanges changes = of("", "").changesTo(of("\"数 | Number\"\nnumber: Int\n", ""));
    assertFalse(changes.breaking());
    assertTrue(
        changes.added().stream()
            .anyMatch(
                c ->
                    c.coordinate().equals("A.number")
                        && c.module().equals("mine")
                        && c.after().equals("Int")));
  }

  @Test
  void break_clients_where_something_goes() {
    SchemaChanges changes = of("\"数 | Number\"\nnumber: Int\n", "").changesTo(of("", ""));
    assertTrue(changes.breaking());
    assertTrue(changes.removed().stream().anyMatch(c -> c.coordinate().equals("A.number")));
  }

  @Test
  void see_types_that_no_root_leads_to() {
    SchemaChanges changes = of("", ENUM.formatted("")).changesTo(of("", ""));
    assertEquals(
        List.of("Colour", "Colour.RED"),
        changes.removed().stream().map(SchemaChanges.Change::coordinate).toList());
  }

  @Test
  void tell_stricter_outputs_from_stricter_inputs() {
    SchemaChanges changes =
        of("\"数 | Number\"\nnumber: Int\n", "").changesTo(of("\"数 | Number\"\nnumber: Int!\n", ""));
    assertEquals(
        List.of("A.number false", "ACreate.number true"),
        changes.changes().stream()
            .filter(c -> c.kind() == Kind.CHANGED)
            .map(c -> c.coordinate() + " " + c.breaking())
            .toList());
  }
}
