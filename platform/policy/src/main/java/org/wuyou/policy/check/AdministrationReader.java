package org.wuyou.policy.check;

import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Administration;
import org.wuyou.policy.model.Body;
import org.wuyou.policy.model.Task;
import org.wuyou.policy.parse.Problems;

/** Reads tasks and organisation. */
final class AdministrationReader {
  private final TaskReader tasks;
  private final BodyReader bodies;
  private final Problems problems;

  AdministrationReader(HeadReader heads, Choices choices, Problems problems) {
    this.tasks = new TaskReader(heads, choices, problems);
    this.bodies = new BodyReader(heads, choices, problems);
    this.problems = problems;
  }

  Administration read(BundleFiles files) {
    Registers<Task> allTasks = register("任务", "task");
    files.listed("tasks", problems).forEach(entry -> allTasks.add(entry.name(), tasks.read(entry)));
    Registers<Body> allBodies = register("机构", "body");
    files
        .listed("organisation", problems)
        .forEach(entry -> allBodies.add(entry.name(), bodies.read(entry, allBodies)));
    return new Administration(allTasks.all(), allBodies.all());
  }

  private <T> Registers<T> register(String zh, String en) {
    return new Registers<>(new Text(zh, en), ProblemCode.UNKNOWN_RULE, problems);
  }
}
