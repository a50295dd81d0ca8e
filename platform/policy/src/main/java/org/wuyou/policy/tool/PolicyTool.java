package org.wuyou.policy.tool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Problem;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.CaseAnswer;
import org.wuyou.policy.evaluate.CaseRunner;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.model.PolicyCase;

/** Checks the files of a bundle and runs its cases, without a server. */
public final class PolicyTool {
  private PolicyTool() {}

  /**
   * What came out, as a person reads it.
   *
   * @param passed whether nothing is wrong
   * @param text ready to print, without a line break at the end
   * @param json the same as one JSON object
   */
  public record Report(boolean passed, String text, String json) {}

  /**
   * Who reads the report.
   *
   * @param today by which what has expired is told
   */
  public record Reader(Locale locale, LocalDate today) {}

  /** Everything wrong with the bundle, cases that fail and cases that are missing included. */
  public static Report check(BundleSource source, FactCatalogue catalogue, Reader reader) {
    Locale locale = reader.locale();
    return switch (PolicyCompiler.compile(source, catalogue)) {
      case Compilation.Compiled compiled -> passed(compiled.bundle(), reader);
      case Compilation.Rejected rejected -> refused(rejected, locale);
    };
  }

  private static Report passed(PolicyBundle bundle, Reader reader) {
    Locale locale = reader.locale();
    long rules = bundle.rules().count();
    int cases = bundle.cases().size();
    String text =
        chinese(locale)
            ? bundle.id() + "：" + rules + " 条规则、" + cases + " 个用例，全部通过"
            : bundle.id() + ": " + rules + " rules, " + cases + " cases, all in order";
    Optional<Text> expired = expired(bundle, reader.today());
    List<Json> notes =
        expired.stream()
            .map(note -> new Json().put("code", "EXPIRED_VALIDITY").put("message", note.in(locale)))
            .toList();
    return new Report(
        true,
        text + expired.map(note -> "\n" + note.in(locale)).orElse(""),
        new Json()
            .put("passed", true)
            .put("bundle", bundle.id())
            .put("rules", rules)
            .put("cases", cases)
            .put("problems", List.of())
            .put("notes", notes)
            .text());
  }

  /** A bundle past its last day may still be deployed: it answers for its own time. */
  private static Optional<Text> expired(PolicyBundle bundle, LocalDate today) {
    return bundle
        .valid()
        .to()
        .filter(today::isAfter)
        .map(
            end ->
                new Text(
                    "注意：政策包的有效期已于 " + end + " 结束；问及此后的日期，回答不在有效期。",
                    "Note: the bundle's validity ended on "
                        + end
                        + "; asked of later days it answers NOT_IN_FORCE."));
  }

  /** Everything that is wrong with a bundle that cannot be read. */
  public static Report refused(Compilation.Rejected rejected, Locale locale) {
    List<Problem> problems = rejected.problems();
    List<Json> json =
        problems.stream()
            .map(
                problem ->
                    new Json()
                        .put("code", problem.code().name())
                        .put("file", problem.file())
                        .put("line", problem.line())
                        .put("column", problem.column())
                        .put("message", problem.message().in(locale))
                        .put("remedy", problem.remedy().in(locale)))
            .toList();
    String count = chinese(locale) ? problems.size() + " 处问题" : problems.size() + " problems";
    return new Report(
        false,
        String.join("\n", problems.stream().map(problem -> problem.text(locale)).toList())
            + "\n"
            + count,
        new Json().put("passed", false).put("problems", json).text());
  }

  /** Each case of the bundle with what it gave; a bundle that does not hang together is told so. */
  public static Report test(BundleSource source, FactCatalogue catalogue, Reader reader) {
    Locale locale = reader.locale();
    Compilation compilation = PolicyCompiler.read(source, catalogue);
    if (compilation instanceof Compilation.Rejected rejected) {
      return refused(rejected, locale);
    }
    PolicyBundle bundle = ((Compilation.Compiled) compilation).bundle();
    List<String> lines = new ArrayList<>();
    List<Json> json = new ArrayList<>();
    int failed = 0;
    for (PolicyCase example : bundle.cases()) {
      List<CaseAnswer> wrong = wrong(bundle, example);
      failed += wrong.isEmpty() ? 0 : 1;
      lines.add((wrong.isEmpty() ? "✓ " : "✗ ") + example.rule() + " " + example.name());
      wrong.forEach(
          answer ->
              lines.add("    " + answer.subject() + " " + answer.wanted() + " ≠ " + answer.got()));
      json.add(
          new Json()
              .put("rule", example.rule())
              .put("name", example.name())
              .put("passed", wrong.isEmpty()));
    }
    int passed = bundle.cases().size() - failed;
    lines.add(
        chinese(locale)
            ? passed + " 个用例通过，" + failed + " 个不通过"
            : passed + " cases passed, " + failed + " failed");
    return new Report(
        failed == 0,
        String.join("\n", lines),
        new Json().put("passed", failed == 0).put("failed", failed).put("cases", json).text());
  }

  private static List<CaseAnswer> wrong(PolicyBundle bundle, PolicyCase example) {
    return bundle.rule(example.rule()).isEmpty()
        ? List.of()
        : CaseRunner.run(bundle, example).stream().filter(answer -> !answer.right()).toList();
  }

  private static boolean chinese(Locale locale) {
    return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
  }
}
