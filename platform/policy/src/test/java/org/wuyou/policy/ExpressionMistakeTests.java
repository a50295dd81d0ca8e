package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each slip in an expression with its place in it, and what is told of it. */
@DisplayName("A mistake in an expression")
class ExpressionMistakeTests {
  /** How far an expression stands from the margin. */
  private static final int MARGIN =
      "  asked: {of: Firm, name: {zh: 问, en: Asked}, value: \"".length();

  /** Expressions and what is told of them; the first number is the column in the expression. */
  private static void told(String... beside) {
    StringBuilder wanted = new StringBuilder();
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < beside.length; i += 2) {
      wanted.append(beside[i]).append(" -> ").append(beside[i + 1]).append('\n');
      found.append(beside[i]).append(" -> ").append(problems(beside[i])).append('\n');
    }
    assertEquals(wanted.toString(), found.toString());
  }

  private static String problems(String expression) {
    String rules =
        ExpressionAnswersTests.DECLARED
            + "  strong: {of: Owner, name: {zh: 强, en: Strong}, value: size > 0}\n"
            + "  asked: {of: Firm, name: {zh: 问, en: Asked}, value: \""
            + expression
            + "\"}\n";
    TreeMap<String, String> files =
        new TreeMap<>(Map.of("bundle.yaml", Bundles.BUNDLE, "rules.yaml", rules));
    return switch (PolicyCompiler.read(new BundleSource(files), ExpressionAnswersTests.CATALOGUE)) {
      case Compilation.Compiled compiled -> "nothing wrong";
      case Compilation.Rejected rejected -> told(rejected.problems());
    };
  }

  private static String told(List<Problem> problems) {
    return String.join(
        " / ",
        problems.stream()
            .map(
                problem ->
                    problem.column()
                        - MARGIN
                        + "+"
                        + problem.length()
                        + " "
                        + problem.code()
                        + " "
                        + problem.message().in(Locale.ENGLISH))
            .toList());
  }

  @Test
  void in_a_name_is_told_with_what_may_be_meant() {
    told(
        "nn > 0", "1+2 UNKNOWN_FACT no fact nn on Firm; did you mean n?",
        "0 < ownr.size", "5+4 UNKNOWN_FACT no fact ownr on Firm; did you mean owner?",
        "owner.sise > 0", "7+4 UNKNOWN_FACT no fact sise on Owner; did you mean size?",
        "owner.turnover > 0", "7+8 UNKNOWN_FACT no fact turnover on Owner",
        "owner.strng", "7+5 UNKNOWN_FACT no fact strng on Owner; did you mean strong?",
        "amount > 0",
            "1+6 UNKNOWN_FACT no fact amount on Firm; did you mean returns.at(year).amount?",
        "local", "1+5 UNKNOWN_FACT no fact local on Firm; did you mean owner.local?",
        "returns.exists(r, r.amont > 0)",
            "21+5 UNKNOWN_FACT no fact amont on Return; did you mean amount?",
        "returns.at(year).amont > 0",
            "18+5 UNKNOWN_FACT no fact amont on Return; did you mean amount?",
        "known(n) && nn > 0", "13+2 UNKNOWN_FACT no fact nn on Firm; did you mean n?");
  }

  @Test
  void in_a_function_is_told_with_what_may_be_meant() {
    told(
        "coun(returns) > 0", "1+4 UNKNOWN_FUNCTION no function coun; did you mean count?",
        "0 < coun(returns)", "5+4 UNKNOWN_FUNCTION no function coun; did you mean count?",
        "s.startWith('A')", "3+9 UNKNOWN_FUNCTION no function startWith; did you mean startsWith?",
        "median(returns)", "1+6 UNKNOWN_FUNCTION no function median");
  }

  @Test
  void in_types_is_told_with_both() {
    told(
        "n > s", "3+1 WRONG_TYPE > cannot be applied to (number, text)",
        "yes + n", "5+1 WRONG_TYPE + cannot be applied to (true/false, number)",
        "d >= n", "3+2 WRONG_TYPE >= cannot be applied to (date, number)",
        "!n", "1+1 WRONG_TYPE ! cannot be applied to (number)",
        "n && yes", "3+2 WRONG_TYPE && cannot be applied to (number, true/false)",
        "count(n) > 0", "6+1 WRONG_TYPE count cannot be applied to (number)");
  }

  @Test
  void in_its_writing_is_told_where_it_stumbles() {
    told(
        "n >", "4+1 EXPRESSION_SYNTAX the expression cannot be read: mismatched input '<EOF>'",
        "(n", "3+1 EXPRESSION_SYNTAX the expression cannot be read: missing ')' at '<EOF>'",
        "n = h",
            "3+1 EXPRESSION_SYNTAX the expression cannot be read: token recognition error at: '= '");
  }

  @Test
  void in_figures_words_and_readings_is_told() {
    told(
        "n > 5", "5+1 LITERAL_FIGURE the figure 5 stands in the expression",
        "returns.at(year - 5).amount > 0", "nothing wrong",
        "n * 1 > 0", "nothing wrong",
        "reading('Q') == 'A'", "9+3 UNKNOWN_READING no reading Q; did you mean R?",
        "reading('R') == 'OTHR'", "17+6 UNKNOWN_READING no value OTHR; did you mean OTHER?",
        "reading('R') in ['USUAL', 'THIRD']", "27+7 UNKNOWN_READING no value THIRD",
        "'OTHR' == reading('R')", "1+6 UNKNOWN_READING no value OTHR; did you mean OTHER?");
  }
}
