package org.wuyou.gateway.schema;

import static org.wuyou.gateway.schema.SchemaDraft.describe;

import org.wuyou.gateway.fetch.Changes;
import org.wuyou.gateway.fetch.Writes;
import org.wuyou.gateway.fetch.Written;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;

/** Mutations and subscriptions of an entity. */
final class WriteTypes {
  private static final String PROBLEMS =
      """
        "未通过的校验；有则什么都没有改 | What is wrong; if anything is, nothing was changed"
        userErrors: [UserError!]!
        "已写入但值得注意之处 | Worth a look, though it was written"
        warnings: [UserError!]!
      """;

  private final SchemaDraft draft;

  WriteTypes(SchemaDraft draft) {
    this.draft = draft;
  }

  void write(EntityType entity) {
    if (entity.access() == EntityType.Access.OPEN) {
      inputs(entity);
      payloads(entity);
      mutations(entity);
    }
    changes(entity);
  }

  private void inputs(EntityType entity) {
    String zh = entity.label().zh();
    String en = entity.label().en();
    input(entity, "Create", "新增" + zh, "Values of a new row of " + en, Field::required);
    input(
        entity,
        "Patch",
        "更改" + zh + "；未给的字段不变，给 null 则清空",
        "Changes of a row of " + en + "; fields not given stay, null clears",
        field -> false);
    input(
        entity,
        "Upsert",
        "写入" + zh + "：主键已有则更改，否则新增",
        "A row of " + en + ": changed if its key is there, else created",
        field -> entity.key().contains(field.name()));
  }

  private void input(
      EntityType entity,
      String suffix,
      String zh,
      String en,
      java.util.function.Predicate<Field> required) {
    StringBuilder sdl = new StringBuilder();
    sdl.append(describe(zh, en))
        .append("\ninput ")
        .append(entity.name())
        .append(suffix)
        .append(" {\n");
    for (Field field : entity.storedFields()) {
      String type = DataTypes.input(field.type());
      String listed = field.list() ? "[" + type + "!]" : type;
      FilterTypes.line(
          sdl, field, field.name() + ": " + listed + (required.test(field) ? "!" : ""));
    }
    draft.types(sdl.append("}").toString());
    draft.owner(entity.name() + suffix, entity.owner());
  }

  private void payloads(EntityType entity) {
    EntityNames names = new EntityNames(entity);
    String type = names.type();
    draft.types(
        """
        %1$s
        type %2$sPayload {
          "写入后的行；有 userErrors 时为空 | The row as written; null if there are userErrors"
          %3$s: %2$s
          "写入的结果 | What was done"
          effect: Effect
        %5$s}
        %1$s
        type %2$sUpsertPayload {
          "写入后的各行，按输入次序 | The rows as written, in the order given"
          %4$s: [%2$s!]!
          "新增行数 | Rows created"
          created: Int!
          "更新行数 | Rows updated"
          updated: Int!
          "无变化行数 | Rows unchanged"
          unchanged: Int!
        %5$s}
        %1$s
        type %2$sRemovePayload {
          "被删行的全局标识 | Global identity of the row removed"
          removedId: ID
        %5$s}
        """
            .formatted(
                describe("写入" + names.zh() + "的结果", "What became of a write of " + names.en()),
                type,
                names.one(),
                names.many(),
                PROBLEMS));
    for (String suffix : java.util.List.of("Payload", "UpsertPayload", "RemovePayload")) {
      draft.answer(type + suffix, "userErrors", Written.USER_ERRORS);
      draft.answer(type + suffix, "warnings", Written.WARNINGS);
      draft.owner(type + suffix, entity.owner());
    }
    draft.answer(type + "Payload", names.one(), Written.FIRST);
    draft.answer(type + "Payload", "effect", Written.EFFECT);
    draft.answer(type + "UpsertPayload", names.many(), Written.ALL);
    draft.answer(type + "UpsertPayload", "created", Written.CREATED);
    draft.answer(type + "UpsertPayload", "updated", Written.UPDATED);
    draft.answer(type + "UpsertPayload", "unchanged", Written.UNCHANGED);
    draft.answer(type + "RemovePayload", "removedId", Written.FIRST);
  }

  private void mutations(EntityType entity) {
    EntityNames names = new EntityNames(entity);
    String type = names.type();
    String which =
        "\"哪一行 | Which row\" key: %sKey!, \"所见版本；已被他人更改则拒绝 | The version seen; refused if it has changed since\" expectedVersion: Long"
            .formatted(type);
    String value = "\"字段的值 | Values of the fields\" input: ";
    mutation(
        entity,
        "Create",
        "新增",
        "Creates a row of ",
        value + type + "Create!",
        "Payload",
        Writes.create(type));
    mutation(
        entity,
        "Update",
        "更改",
        "Changes a row of ",
        which + ", " + value + type + "Patch!",
        "Payload",
        Writes.update(type));
    mutation(
        entity,
        "Upsert",
        "按主键新增或更改（全部成功或全部不写）",
        "Creates or changes by key, all or none, rows of ",
        value + "[" + type + "Upsert!]!",
        "UpsertPayload",
        Writes.upsert(type));
    mutation(
        entity, "Remove", "删除", "Removes a row of ", which, "RemovePayload", Writes.remove(type));
  }

  private void mutation(
      EntityType entity,
      String verb,
      String zh,
      String en,
      String arguments,
      String payload,
      graphql.schema.DataFetcher<?> fetcher) {
    EntityNames names = new EntityNames(entity);
    String field = names.one() + verb;
    draft.root(
        "Mutation",
        field,
        entity.owner(),
        describe(zh + names.zh(), en + names.en())
            + "\n"
            + field
            + "("
            + arguments
            + "): "
            + names.type()
            + payload
            + "!\n",
        fetcher);
  }

  private void changes(EntityType entity) {
    EntityNames names = new EntityNames(entity);
    String type = names.type();
    draft.types(
        """
        %1$s
        type %2$sChange {
          "发生了什么 | What happened"
          effect: Effect!
          "行的全局标识 | Global identity of the row"
          id: ID!
          "更改后的行；删除后为空 | The row after the change; null once removed"
          %3$s: %2$s
        }
        """
            .formatted(
                describe(names.zh() + "的一次更改", "One change of " + names.en()), type, names.one()));
    draft.answer(type + "Change", "effect", Changes.EFFECT);
    draft.answer(type + "Change", "id", Changes.ID);
    draft.answer(type + "Change", names.one(), Changes.ROW);
    draft.owner(type + "Change", entity.owner());
    draft.root(
        "Subscription",
        names.one() + "Changed",
        entity.owner(),
        describe(names.zh() + "的更改", "Changes of " + names.en())
            + "\n%sChanged(\"筛选条件 | Which rows\" where: %s): %sChange!\n"
                .formatted(names.one(), type + "Where", type),
        Changes.of(type));
  }
}
