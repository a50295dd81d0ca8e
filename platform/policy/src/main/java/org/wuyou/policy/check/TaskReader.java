package org.wuyou.policy.check;

import java.util.Optional;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Anchor;
import org.wuyou.policy.model.Citation;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Task;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads tasks: one for every clause of the document. */
final class TaskReader {
  private final HeadReader heads;
  private final Choices choices;
  private final Problems problems;

  TaskReader(HeadReader heads, Choices choices, Problems problems) {
    this.heads = heads;
    this.choices = choices;
    this.problems = problems;
  }

  Optional<Task> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = heads.head(entry);
    Optional<Task.Level> level = choices.word(keys, "level", Task.Level.class);
    Task task =
        new Task(
            cited(head),
            level.orElse(Task.Level.GUIDANCE),
            heads.departments(keys.scalars("lead")),
            heads.departments(keys.scalars("responsible")),
            heads.departments(keys.scalars("shared")),
            keys.date("due"),
            keys.scalar("text").flatMap(this::anchor));
    keys.close();
    return level.map(known -> task);
  }

  /** A task stands for the clause that it is named after. */
  private static Head cited(Head head) {
    Citation citation = head.citation();
    return new Head(
        head.id(),
        head.name(),
        head.summary(),
        new Citation(
            head.id(),
            citation.figures(),
            citation.article(),
            citation.locator(),
            citation.departments()),
        head.valid(),
        head.readings(),
        head.spot());
  }

  private Optional<Anchor> anchor(Yaml.Scalar written) {
    Optional<Anchor> anchor = Anchor.of(written.text());
    if (anchor.isEmpty()) {
      problems.add(
          ProblemCode.UNKNOWN_VALUE,
          written.spot(),
          new Text(written.text() + " 不是位置", written.text() + " is not a place in a document"),
          new Text(
              "写成 行号#摘要，如 \"29#1a2b3c4d\"；{ policyBundle { attachedDocument { lines { anchor } } } } 可算出。",
              "Write line#digest, such as \"29#1a2b3c4d\"; { policyBundle { attachedDocument { lines { anchor } } } } computes it."));
    }
    return anchor;
  }
}
