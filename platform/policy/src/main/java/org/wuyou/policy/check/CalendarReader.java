package org.wuyou.policy.check;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.ByReading;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/** Reads what is owed period by period, and the limits that run for single subjects. */
final class CalendarReader {
  private final RuleContext context;
  private final Choices choices;
  private final Set<String> units;
  private final Registers<Series> earlier;

  /**
   * A reader for one bundle.
   *
   * @param units departments and bodies that may owe something
   */
  CalendarReader(RuleContext context, Choices choices, Set<String> units) {
    this.context = context;
    this.choices = choices;
    this.units = units;
    this.earlier =
        new Registers<>(new Text("报送", "series"), ProblemCode.UNKNOWN_RULE, context.problems());
  }

  /**
   * One series; it may gather one that was read before.
   *
   * @param scorecards what an issue may show
   */
  Optional<Series> series(BundleFiles.Entry entry, Registers<Scorecard> scorecards) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<Series.Form> form = choices.word(keys, "form", Series.Form.class);
    Optional<Series.Every> every = choices.word(keys, "every", Series.Every.class);
    Optional<ByReading<YearMonth>> first = choices.byReading(keys, "first", this::month);
    if (every.isPresent() && every.get() != Series.Every.ONCE && !keys.has("first")) {
      keys.missing("first");
    }
    Optional<YearMonth> last = keys.scalar("last").flatMap(this::month);
    Optional<Series.Due> due = due(keys);
    ByReading<Series.Bound> bound =
        choices
            .byReading(keys, "bound", written -> choices.word(written, Series.Bound.class))
            .orElse(ByReading.always(Series.Bound.INCLUSIVE));
    List<String> owing = owing(keys);
    boolean parts = keys.truth("parts").orElse(false);
    Optional<Series.Owing> register = register(keys);
    boolean many = parts || register.isPresent() || owing.size() > 1;
    Optional<Series.Records> records = records(keys, many);
    Optional<String> gathers = keys.scalar("gathers").flatMap(earlier::find).map(Series::id);
    Optional<Scorecard> shows = keys.scalar("shows").flatMap(scorecards::find);
    keys.close();
    if (form.isEmpty() || every.isEmpty() || records.isEmpty()) {
      earlier.broken(entry.name());
      return Optional.empty();
    }
    Series series =
        new Series(
            head,
            form.get(),
            every.get(),
            first,
            last,
            due,
            bound,
            owing,
            parts,
            register,
            records.get(),
            gathers,
            shows);
    if (!earlier.all().containsKey(series.id())) {
      earlier.add(entry.name(), series);
    }
    return Optional.of(series);
  }

  private Optional<YearMonth> month(Yaml.Scalar written) {
    try {
      return Optional.of(YearMonth.parse(written.text()));
    } catch (DateTimeParseException e) {
      context
          .problems()
          .add(
              ProblemCode.BAD_DATE,
              written.spot(),
              new Text(written.text() + " 不是月份", written.text() + " is not a month"),
              new Text("写成 YYYY-MM，如 2021-06。", "Write YYYY-MM, such as 2021-06."));
      return Optional.empty();
    }
  }

  private Optional<Series.Due> due(Keys keys) {
    Optional<Yaml> written = keys.get("due");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (written.get() instanceof Yaml.Scalar day) {
      return Keys.date(day, context.problems()).map(Series.OnDay::new);
    }
    Keys rule = context.keys(written.get());
    Optional<Parameter> day =
        rule.requiredScalar("dayOfNextMonth").flatMap(context.parameters()::find);
    rule.close();
    return day.map(Series.DayOfNextMonth::new);
  }

  private List<String> owing(Keys keys) {
    List<String> owing = new ArrayList<>();
    for (Yaml.Scalar unit : keys.scalars("by")) {
      if (units.contains(unit.text())) {
        owing.add(unit.text());
      } else {
        unknown(ProblemCode.UNKNOWN_DEPARTMENT, unit, "单位", "unit", units);
      }
    }
    return owing;
  }

  private Optional<Series.Owing> register(Keys keys) {
    Optional<Yaml> written = keys.get("from");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Keys from = context.keys(written.get());
    Optional<String> of = context.entity(from, "of");
    Optional<Expression> where = expression(from, "where", of, Wanted.TRUTH);
    Optional<Expression> id = required(from, "id", of, Wanted.TEXT);
    from.close();
    return id.map(text -> new Series.Owing(of.orElseThrow(), where, text));
  }

  private Optional<Series.Records> records(Keys keys, boolean many) {
    Optional<Yaml> written = keys.get("records");
    if (written.isEmpty()) {
      keys.missing("records");
      return Optional.empty();
    }
    Keys records = context.keys(written.get());
    Optional<String> of = context.entity(records, "of");
    Optional<Expression> where = expression(records, "where", of, Wanted.TRUTH);
    Optional<Expression> unit = expression(records, "unit", of, Wanted.TEXT);
    if (many && !records.has("unit")) {
      records.missing("unit");
    }
    Optional<Expression> period = expression(records, "period", of, Wanted.TEXT);
    Optional<String> sent =
        records.requiredScalar("sent").flatMap(fact -> of.flatMap(entity -> sent(fact, entity)));
    records.close();
    return sent.map(fact -> new Series.Records(of.orElseThrow(), where, unit, period, fact));
  }

  private Optional<String> sent(Yaml.Scalar fact, String entity) {
    var facts = context.catalogue().entity(entity).facts();
    FactCatalogue.Fact declared = facts.get(fact.text());
    if (declared == null) {
      unknown(ProblemCode.UNKNOWN_FACT, fact, "事实", "fact", facts.keySet());
      return Optional.empty();
    }
    if (!(declared.type() instanceof FactType.Day || declared.type() instanceof FactType.Moment)) {
      context
          .problems()
          .add(
              ProblemCode.WRONG_TYPE,
              fact.spot(),
              new Text(fact.text() + " 不是日期或时刻", fact.text() + " is neither a date nor a moment"),
              new Text("写报送的日期或时刻。", "Name the day or moment it was sent."));
      return Optional.empty();
    }
    return Optional.of(fact.text());
  }

  Optional<Clock> clock(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> of = context.entity(keys, "of");
    Optional<Expression> when = expression(keys, "when", of, Wanted.TRUTH);
    Optional<Expression> start = required(keys, "start", of, Wanted.DAY);
    List<Clock.Step> steps = new ArrayList<>();
    for (Yaml item : keys.items("steps")) {
      step(context.keys(item), of).ifPresent(steps::add);
    }
    if (!keys.has("steps")) {
      keys.missing("steps");
    }
    keys.close();
    return of.isEmpty() || start.isEmpty()
        ? Optional.empty()
        : Optional.of(new Clock(head, of.get(), when, start.get(), steps));
  }

  private Optional<Clock.Step> step(Keys keys, Optional<String> of) {
    Optional<Yaml.Scalar> id = keys.requiredScalar("id");
    Text name = context.name(keys);
    Optional<Parameter> within = keys.requiredScalar("within").flatMap(context.parameters()::find);
    within.ifPresent(length -> measuresTime(keys.keySpot("within"), length.unit()));
    Optional<Expression> done = required(keys, "done", of, Wanted.DAY);
    Optional<Expression> when = expression(keys, "if", of, Wanted.TRUTH);
    keys.close();
    return id.isEmpty() || within.isEmpty() || done.isEmpty()
        ? Optional.empty()
        : Optional.of(new Clock.Step(id.get().text(), name, within.get(), done.get(), when));
  }

  private void measuresTime(Spot spot, Unit unit) {
    if (unit != Unit.DAY && unit != Unit.MONTH && unit != Unit.YEAR) {
      context
          .problems()
          .add(
              ProblemCode.WRONG_UNIT,
              spot,
              new Text("期限须以日、个月或年计", "a limit is in days, months or years"),
              new Text("改用以日计的参数。", "Use a parameter in days."));
    }
  }

  private Optional<Expression> expression(
      Keys keys, String key, Optional<String> entity, Wanted wanted) {
    Optional<Yaml.Scalar> source = keys.scalar(key);
    return entity.flatMap(
        of -> source.flatMap(text -> context.expressions().compile(text, of, wanted)));
  }

  private Optional<Expression> required(
      Keys keys, String key, Optional<String> entity, Wanted wanted) {
    if (!keys.has(key)) {
      keys.missing(key);
    }
    return expression(keys, key, entity, wanted);
  }

  private void unknown(
      ProblemCode code, Yaml.Scalar written, String zh, String en, Set<String> known) {
    Optional<String> meant = Spelling.nearest(written.text(), known);
    context
        .problems()
        .add(
            code,
            written.spot(),
            new Text(
                "没有" + zh + " " + written.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
                "no "
                    + en
                    + " "
                    + written.text()
                    + meant.map(m -> "; did you mean " + m + "?").orElse("")),
            new Text("已有的：" + String.join("、", known), "Known: " + String.join(", ", known)));
  }
}
