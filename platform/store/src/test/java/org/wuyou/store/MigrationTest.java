package org.wuyou.store;

import static org.junit.jupiter.api.Assertions.*;
import static org.wuyou.store.Sample.*;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

@DisplayName("When the model changes")
class MigrationTest {
  @TempDir Path directory;
  private WuyouStore store;

  private static Field text(String name) {
    return field(name, new ValueType.Text());
  }

  private static EntityType plot(Field... more) {
    Field[] fields = new Field[more.length + 1];
    fields[0] = text("code").asRequired();
    System.arraycopy(more, 0, fields, 1, more.length);
    return entity("Plot", List.of("code"), List.of(), fields);
  }

  private static Field of(String owner, Field f) {
    return new Field(
        f.name(),
        f.label(),
        f.type(),
        f.required(),
        f.list(),
        f.indexed(),
        f.searched(),
        f.min(),
        f.max(),
        f.maxLength(),
        f.pattern(),
        f.unit(),
        f.aliases(),
        f.readRoles(),
        f.renamedFrom(),
        owner);
  }

  private static final Model FIRST =
      model(
          plot(text("title"), field("size", new ValueType.Int()), text("remark")),
          entity("Visit", List.of(), List.of(), field("plot", new ValueType.Reference("Plot"))));

  @BeforeEach
  void open() {
    store = WuyouStore.open(StoreSettings.of(directory, FIRST));
    commit(
        store,
        insert("Plot", "code", "a", "title", "甲", "size", 7, "remark", "1"),
        insert("Plot", "code", "b", "title", "乙", "remark", "x"),
        insert("Visit", "plot", RowKey.key("a")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen(Model model) {
    store.close();
    store = WuyouStore.open(StoreSettings.of(directory, model));
  }

  private MigrationPlan migrate(Model next) {
    MigrationPlan plan = store.plan(next);
    store.migrate(plan, false);
    return plan;
  }

  private Row plot(String code) {
    Row row = store.snapshot().get("Plot", code);
    assertNotNull(row);
    return row;
  }

  private static List<MigrationPlan.Kind> kinds(MigrationPlan plan) {
    return plan.steps().stream().map(MigrationPlan.Step::kind).toList();
  }

  private static Model with(EntityType plot) {
    return model(plot, FIRST.entity("Visit"));
  }

  @Test
  void adds_entities_and_fields_and_keeps_them_when_opened_again() {
    Model next =
        model(
            plot(
                text("title"),
                field("size", new ValueType.Int()),
                text("remark"),
                field("fee", new ValueType.MoneyAmount())),
            FIRST.entity("Visit"),
            entity("Road", List.of("name"), List.of(), text("name")));
    assertEquals(
        List.of(MigrationPlan.Kind.ADD_FIELD, MigrationPlan.Kind.ADD_ENTITY), kinds(migrate(next)));
    assertNull(plot("a").value("fee"));
    commit(store, update("Plot", RowKey.key("a"), "fee", yuan(3)), insert("Road", "name", "r"));
    reopen(next);
    assertEquals(yuan(3), plot("a").money("fee"));
    assertEquals(1, store.snapshot().table("Road").size());
    assertTrue(store.plan(next).steps().isEmpty(), store.plan(next).steps().toString());
  }

  @Test
  void renames_by_directive_and_never_by_guess() {
    Model next =
        with(
            plot(
                text("caption").renamedFrom("title"),
                field("size", new ValueType.Int()),
                text("remark")));
    assertEquals(List.of(MigrationPlan.Kind.RENAME_FIELD), kinds(migrate(next)));
    assertEquals("甲", plot("a").text("caption"));
    reopen(next);
    assertEquals("乙", plot("b").text("caption"));
  }

  @Test
  void renames_an_entity_and_the_references_to_it() {
    EntityType parcel =
        new EntityType(
            "Parcel",
            "parcels",
            OWNER,
            label("Parcel"),
            FIRST.entity("Plot").fields(),
            List.of("code"),
            List.of(),
            Optional.empty(),
            Optional.of("Plot"),
            EntityType.Access.OPEN);
    Model next =
        model(
            parcel,
            entity(
                "Visit", List.of(), List.of(), field("plot", new ValueType.Reference("Parcel"))));
    MigrationPlan plan = migrate(next);
    assertFalse(plan.lossy(), plan.steps().toString());
    reopen(next);
    assertEquals(
        "甲",
        store.snapshot().find("Visit", RowKey.id(1)).orElseThrow().reference("plot").text("title"));
    assertTrue(store.absent().isEmpty());
  }

  @Test
  void widens_without_loss() {
    Model next = with(plot(text("title"), field("size", new ValueType.Decimal(2)), text("remark")));
    MigrationPlan plan = migrate(next);
    assertEquals(List.of(MigrationPlan.Kind.CONVERT_FIELD), kinds(plan));
    assertEquals(new BigDecimal("7.00"), plot("a").decimal("size"));
    reopen(next);
    assertEquals(new BigDecimal("7.00"), plot("a").decimal("size"));
    assertNull(plot("b").decimal("size"));
  }

  @Test
  void refuses_a_narrowing_that_loses_values_until_it_is_confirmed() {
    Model next =
        with(
            plot(
                text("title"),
                field("size", new ValueType.Int()),
                field("remark", new ValueType.Int())));
    MigrationPlan plan = store.plan(next);
    assertTrue(plan.lossy());
    assertEquals(1, plan.steps(MigrationPlan.Risk.LOSSY).getFirst().rows());
    StoreFailure failure = assertThrows(StoreFailure.class, () -> store.migrate(plan, false));
    assertEquals("MIGRATION_LOSSY", failure.code());
    assertTrue(failure.getMessage().contains("remark"), failure.getMessage());
    assertEquals("x", plot("b").text("remark"));
    store.migrate(plan, true);
    assertEquals(1, plot("a").integer("remark"));
    assertNull(plot("b").value("remark"));
  }

  @Test
  void changes_nothing_on_disk_when_opened_before_the_model_is_known() {
    long version = store.snapshot().version();
    store.close();
    store = WuyouStore.open(StoreSettings.of(directory));
    assertEquals(Model.EMPTY, store.snapshot().model());
    assertThrows(IllegalArgumentException.class, () -> store.snapshot().table("Plot"));
    assertEquals(2, store.absent().size());
    assertEquals(List.of(), migrate(FIRST).steps());
    assertEquals("甲", plot("a").text("title"));
    assertEquals(version, store.snapshot().version());
  }

  @Test
  void weighs_a_plan_anew_when_rows_were_written_after_it() {
    commit(store, update("Plot", RowKey.key("a"), "size", null));
    Model next = with(plot(text("title"), text("remark")));
    MigrationPlan plan = store.plan(next);
    assertFalse(plan.lossy());
    commit(store, update("Plot", RowKey.key("a"), "size", 8));
    assertEquals(
        "MIGRATION_LOSSY",
        assertThrows(StoreFailure.class, () -> store.migrate(plan, false)).code());
  }

  @Test
  void refuses_to_drop_a_field_with_values_until_it_is_confirmed() {
    Model next = with(plot(text("title"), field("size", new ValueType.Int())));
    MigrationPlan plan = store.plan(next);
    assertEquals(List.of(MigrationPlan.Kind.DROP_FIELD), kinds(plan));
    assertThrows(StoreFailure.class, () -> store.migrate(plan, false));
    store.migrate(plan, true);
    reopen(FIRST);
    assertNull(plot("a").value("remark"), "a dropped field does not come back with its old values");
  }

  @Test
  void keeps_the_data_of_an_entity_whose_module_is_gone_until_it_returns() {
    Model without = model(FIRST.entity("Plot"));
    assertEquals(List.of(MigrationPlan.Kind.ENTITY_ABSENT), kinds(migrate(without)));
    AbsentEntity absent = store.absent().getFirst();
    assertEquals(List.of("Visit", 1), List.of(absent.name(), absent.rows()));
    assertThrows(IllegalArgumentException.class, () -> store.snapshot().table("Visit"));
    reopen(Model.EMPTY);
    assertEquals(2, store.absent().size());
    reopen(without);
    assertEquals(List.of("0 STILL_REFERENCED"), refusal(store, remove("Plot", RowKey.key("a"))));
    commit(store, update("Plot", RowKey.key("a"), "title", "丙"));
    assertTrue(kinds(migrate(FIRST)).contains(MigrationPlan.Kind.ENTITY_RETURNS));
    assertEquals(
        "丙",
        store.snapshot().find("Visit", RowKey.id(1)).orElseThrow().reference("plot").text("title"));
    assertTrue(store.absent().isEmpty());
  }

  @Test
  void keeps_the_field_that_an_absent_module_added_to_anothers_entity() {
    Field[] own = {
      text("title"), field("size", new ValueType.Int()), text("remark"), of("region", text("grade"))
    };
    Model extended = with(plot(own));
    migrate(extended);
    commit(store, update("Plot", RowKey.key("a"), "grade", "A"));
    MigrationPlan gone = migrate(FIRST);
    assertEquals(List.of(MigrationPlan.Kind.FIELD_ABSENT), kinds(gone));
    commit(store, update("Plot", RowKey.key("a"), "title", "改"));
    reopen(FIRST);
    assertFalse(plot("a").table().type().fields().containsKey("grade"));
    migrate(extended);
    assertEquals("A", plot("a").text("grade"));
    assertEquals("改", plot("a").text("title"));
  }

  @Test
  void does_not_accept_a_unique_set_that_the_rows_break() {
    commit(store, insert("Plot", "code", "c", "title", "甲"));
    EntityType unique =
        entity(
            "Plot",
            List.of("code"),
            List.of(List.of("title")),
            text("code").asRequired(),
            text("title"),
            field("size", new ValueType.Int()),
            text("remark"));
    MigrationPlan plan = store.plan(with(unique));
    assertTrue(plan.blocked());
    assertEquals(
        "MIGRATION_BLOCKED",
        assertThrows(StoreFailure.class, () -> store.migrate(plan, true)).code());
    commit(store, update("Plot", RowKey.key("c"), "title", "丁"));
    migrate(with(unique));
    assertEquals(
        List.of("0 NOT_UNIQUE title"), refusal(store, insert("Plot", "code", "d", "title", "丁")));
    assertTrue(store.snapshot().table("Plot").findBy(List.of("title"), List.of("丁")).isPresent());
  }

  @Test
  void indexes_and_searches_rows_that_were_there_before() {
    migrate(
        with(
            plot(
                text("title").withIndex().withSearch(),
                field("size", new ValueType.Int()).withIndex(),
                text("remark"))));
    assertEquals(1, store.snapshot().table("Plot").count(Condition.eq("size", 7)));
    assertEquals(1, store.snapshot().table("Plot").count(new Condition.Search("甲", null)));
  }

  @Test
  void tells_which_rows_lack_a_value_that_is_now_required() {
    MigrationPlan plan =
        migrate(
            with(
                plot(
                    text("title"),
                    field("size", new ValueType.Int()).asRequired(),
                    text("remark"))));
    assertEquals(
        Map.of(MigrationPlan.Kind.REQUIRE, 1),
        Map.of(plan.steps().getFirst().kind(), plan.steps().getFirst().rows()));
  }
}
