package org.wuyou.policy.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;

/** Says in the officer's words what the checker found. */
final class CelErrors {
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern UNDEFINED_FIELD =
      Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

  private final Vocabulary vocabulary;
  private final @Nullable String entity;
  private final Positions positions;
  private final String text;
  private final Problems problems;

  CelErrors(
      Vocabulary vocabulary,
      @Nullable String entity,
      Positions positions,
      String text,
      Problems problems) {
    this.vocabulary = vocabulary;
    this.entity = entity;
    this.positions = positions;
    this.text = text;
    this.problems = problems;
  }

  void report(CelIssue issue, CelSource source, @Nullable CelExpr parsed) {
    int offset = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      undeclared(undeclared.group(1), offset);
      return;
    }
    Matcher field = UNDEFINED_FIELD.matcher(message);
    if (field.matches()) {
      undefinedField(field.group(1), offset, issue.getExprId(), parsed);
      return;
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      wrongTypes(overload.group(1), readable(overload.group(2)), offset);
      return;
    }
    if (parsed == null) {
      syntax(message, offset);
      return;
    }
    problems.add(
        ProblemCode.WRONG_TYPE,
        positions.at(offset, 1),
        new Text("类型不符：" + readable(message), "types do not agree: " + readable(message)),
        new Text("对照指标目录中各事实的类型。", "Compare with the types in the fact catalogue."));
  }

  private void undeclared(String name, int offset) {
    boolean call =
        text.substring(Math.min(text.length(), end(offset, name))).stripLeading().startsWith("(");
    boolean member = offset > 0 && text.startsWith(".", offset);
    if (call || member) {
      String plain = name.startsWith("_") ? name.replace("_", "") : name;
      Optional<String> meant = Spelling.nearest(plain, CelEnvironment.FUNCTIONS);
      problems.add(
          ProblemCode.UNKNOWN_FUNCTION,
          positions.at(member ? offset + 1 : call ? start(offset, name) : offset, plain.length()),
          new Text(
              "没有函数 " + plain + meant(meant, true), "no function " + plain + meant(meant, false)),
          new Text(
              "可用函数：" + String.join("、", sorted(CelEnvironment.FUNCTIONS)),
              "Functions: " + String.join(", ", sorted(CelEnvironment.FUNCTIONS))));
      return;
    }
    if (vocabulary.broken().contains(name)) {
      // What is wrong with it is told where it stands.
      problems.stop();
      return;
    }
    Set<String> known = new LinkedHashSet<>(vocabulary.roots(entity).keySet());
    unknownFact(name, offset, entity, known);
  }

  /** The checker points at the opening bracket of a call; the name stands before it. */
  private int start(int offset, String name) {
    return text.startsWith(name, offset) ? offset : Math.max(0, text.lastIndexOf(name, offset));
  }

  private int end(int offset, String name) {
    return text.startsWith(name, offset) ? offset + name.length() : offset;
  }

  private void undefinedField(String name, int offset, long exprId, @Nullable CelExpr parsed) {
    String owner =
        parsed == null
            ? null
            : Sketch.of(parsed, vocabulary, entity).ownerOfSelect(exprId).orElse(null);
    int dot = text.indexOf("." + name, Math.max(0, offset - 1));
    unknownFact(name, dot < 0 ? offset : dot + 1, owner, vocabulary.factNames(owner));
  }

  private void unknownFact(
      String name, int offset, @Nullable String owner, Collection<String> known) {
    if (vocabulary.derived(owner, name).isPresent()) {
      // It is declared, and what is wrong with it is told where it is declared.
      problems.stop();
      return;
    }
    Optional<String> meant = Spelling.nearest(name, known).or(() -> elsewhere(name));
    String zhOwner = owner == null ? "这里" : owner;
    String enOwner = owner == null ? "here" : "on " + owner;
    problems.add(
        ProblemCode.UNKNOWN_FACT,
        positions.at(offset, name.length()),
        new Text(
            zhOwner + " 没有 " + name + meant(meant, true),
            "no fact " + name + " " + enOwner + meant(meant, false)),
        new Text(
            "可用的事实和参数：" + String.join("、", sorted(known)),
            "Facts and parameters: " + String.join(", ", sorted(known))));
  }

  /** The fact of that name one relation further, as the officer would write it. */
  private Optional<String> elsewhere(String name) {
    return vocabulary.roots(entity).entrySet().stream()
        .flatMap(
            root ->
                switch (root.getValue()) {
                  case org.wuyou.policy.facts.FactType.One one ->
                      Spelling.nearest(name, vocabulary.factNames(one.entity())).stream()
                          .map(fact -> root.getKey() + "." + fact);
                  case org.wuyou.policy.facts.FactType.Many many ->
                      Spelling.nearest(name, vocabulary.factNames(many.entity())).stream()
                          .map(
                              fact ->
                                  vocabulary.fact(many.entity(), "year").isPresent()
                                      ? root.getKey() + ".at(year)." + fact
                                      : root.getKey() + ": " + fact);
                  default -> java.util.stream.Stream.<String>empty();
                })
        .findFirst();
  }

  private void wrongTypes(String function, String types, int offset) {
    String symbol = function.replace("_", "");
    if (symbol.startsWith("@")) {
      symbol = symbol.substring(1);
    }
    int length = text.startsWith(symbol, offset) ? symbol.length() : 1;
    problems.add(
        ProblemCode.WRONG_TYPE,
        positions.at(offset, length),
        new Text(symbol + " 不能用于 " + zhTypes(types), symbol + " cannot be applied to " + types),
        new Text(
            "两边须为同类：数与数、日期与日期、文字与文字。",
            "Both sides must be alike: number with number, date with date, text with text."));
  }

  private void syntax(String message, int offset) {
    problems.add(
        ProblemCode.EXPRESSION_SYNTAX,
        positions.at(offset, 1),
        new Text("表达式写法不对：" + brief(message), "the expression cannot be read: " + brief(message)),
        new Text(
            "检查括号、引号和运算符（&& || ! == >= ? :）。",
            "Check brackets, quotes and operators (&& || ! == >= ? :)."));
  }

  private static String brief(String message) {
    int expecting = message.indexOf(" expecting {");
    return expecting < 0 ? message : message.substring(0, expecting);
  }

  private static String meant(Optional<String> name, boolean zh) {
    return name.map(n -> zh ? "；是否想写 " + n + "？" : "; did you mean " + n + "?").orElse("");
  }

  static String readable(String types) {
    return types
        .replace("google.protobuf.Timestamp", "date")
        .replace("timestamp", "date")
        .replace("double", "number")
        .replace("string", "text")
        .replace("bool", "true/false");
  }

  private static String zhTypes(String types) {
    return types
        .replace("date", "日期")
        .replace("number", "数")
        .replace("text", "文字")
        .replace("true/false", "是/否")
        .replace("list", "列表");
  }

  private static java.util.List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }
}
