package org.wuyou.policy.check;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.ExpressionCompiler;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.model.Administration;
import org.wuyou.policy.model.Body;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Task;
import org.wuyou.policy.parse.Problems;

/** Reads tasks, organisation, calendar and clocks. */
final class AdministrationReader {
  private final TaskReader tasks;
  private final BodyReader bodies;
  private final CalendarReader calendar;
  private final Problems problems;

  AdministrationReader(
      FactCatalogue catalogue,
      ExpressionCompiler expressions,
      HeadReader heads,
      Registers<Parameter> parameters,
      Registers<Reading> readings,
      Problems problems) {
    Choices choices = new Choices(readings, problems);
    this.tasks = new TaskReader(heads, choices, problems);
    this.bodies = new BodyReader(heads, choices, problems);
    this.calendar =
        new CalendarReader(catalogue, expressions, heads, parameters, choices, problems);
    this.problems = problems;
  }

  Administration read(BundleFiles files, Map<String, Text> departments) {
    Registers<Task> allTasks = register("任务", "task");
    files.listed("tasks", problems).forEach(entry -> allTasks.add(entry.name(), tasks.read(entry)));
    Registers<Body> allBodies = register("机构", "body");
    files
        .listed("organisation", problems)
        .forEach(entry -> allBodies.add(entry.name(), bodies.read(entry, allBodies)));
    Set<String> units = new LinkedHashSet<>(departments.keySet());
    units.addAll(allBodies.all().keySet());
    Registers<Series> series = register("报送", "series");
    files
        .listed("calendar", problems)
        .forEach(
            entry -> series.add(entry.name(), calendar.series(entry, units, series)));
    Registers<Clock> clocks = register("时限", "clock");
    files
        .listed("clocks", problems)
        .forEach(entry -> clocks.add(entry.name(), calendar.clock(entry)));
    return new Administration(allTasks.all(), series.all(), clocks.all(), allBodies.all());
  }

  private <T> Registers<T> register(String zh, String en) {
    return new Registers<>(new Text(zh, en), ProblemCode.UNKNOWN_RULE, problems);
  }
}
