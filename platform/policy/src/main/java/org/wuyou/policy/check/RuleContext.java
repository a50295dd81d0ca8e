package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** What the reader of every kind of rule works with, and the keys that kinds have in common. */
record RuleContext(
    FactCatalogue catalogue,
    ExpressionCompiler expressions,
    HeadReader heads,
    DeclarationReader declarations,
    Registers<Parameter> parameters,
    FactDefiner facts,
    Problems problems) {
  static final Text NAMELESS = new Text("", "");

  /** Id, names, citation, validity and readings of a rule. */
  Head head(BundleFiles.Entry entry) {
    return heads.head(entry);
  }

  Keys keys(Yaml value) {
    return Keys.of(value, problems);
  }

  Text name(Keys keys) {
    return keys.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
  }

  Text say(Keys keys) {
    return keys.bilingual("say", ProblemCode.MISSING_SUMMARY).orElse(NAMELESS);
  }

  /** The entity named under the key, if the register has it. */
  Optional<String> entity(Keys keys, String key) {
    return keys.requiredScalar(key).flatMap(name -> FactDefiner.entity(name, catalogue, problems));
  }

  Optional<Expression> expression(Keys keys, String key, @Nullable String entity, Wanted wanted) {
    return keys.scalar(key).flatMap(source -> expressions.compile(source, entity, wanted));
  }

  Optional<Expression> required(Keys keys, String key, @Nullable String entity, Wanted wanted) {
    return keys.requiredScalar(key).flatMap(source -> expressions.compile(source, entity, wanted));
  }

  /** A condition on subjects of the entity, if there is one under the key. */
  Optional<Expression> condition(Keys keys, String key, Optional<String> entity) {
    keys.has(key);
    return entity.flatMap(e -> expression(keys, key, e, Wanted.TRUTH));
  }

  /** The one subject that an expression leads to, if there is one under the key. */
  Optional<Expression> subject(Keys keys, String key, Optional<String> entity) {
    keys.has(key);
    return entity.flatMap(e -> expression(keys, key, e, Wanted.SUBJECT));
  }

  /** Tells that a figure cannot be shown in the unit under the key. */
  void sameDimension(Keys keys, String key, Expression figure, Optional<Unit> unit) {
    if (unit.isEmpty()
        || figure.type() instanceof FactType.Number number
            && Unit.compatible(number.dimension(), unit.get().dimension())) {
      return;
    }
    problems.add(
        ProblemCode.WRONG_UNIT,
        keys.scalar(key).orElseThrow().spot(),
        new Text(
            "这个值不能以" + unit.get().zh() + "计",
            "this value cannot be told in " + unit.get().label().en()),
        new Text("改用同类的单位，或改写 value。", "Use a unit of its kind, or rewrite value."));
  }

  Optional<Parameter> parameter(Keys keys, String key) {
    return keys.scalar(key).flatMap(parameters::find);
  }

  /**
   * Clauses that must all hold: {@code {id, name, say, if}} each, or {@code figure, must, value} in
   * place of {@code if}.
   */
  List<Item> items(Keys keys, String key, Optional<String> entity) {
    List<Item> items = new ArrayList<>();
    for (Yaml value : keys.items(key)) {
      item(keys(value), entity).ifPresent(items::add);
    }
    return items;
  }

  Optional<Item> item(Keys item, Optional<String> entity) {
    Optional<Yaml.Scalar> id = item.requiredScalar("id");
    Text name = name(item);
    Text say = say(item);
    boolean compared = item.has("figure");
    Optional<Expression> condition =
        entity.flatMap(
            e ->
                compared
                    ? new ComparisonReader(this).read(item, e)
                    : required(item, "if", e, Wanted.TRUTH));
    if (!compared) {
      item.has("if");
    }
    item.close();
    return id.flatMap(i -> condition.map(c -> new Item(i.text(), name, say, c, i.spot())));
  }

  /** Tells that a word is none of those allowed here. */
  void unknownValue(Yaml.Scalar written, Collection<String> known) {
    Choices.unknown(written, known, problems);
  }
}
