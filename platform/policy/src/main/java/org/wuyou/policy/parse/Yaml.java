package org.wuyou.policy.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;

/** One YAML value with its place: a scalar kept as written, a list, or a map. */
public sealed interface Yaml {
  Spot spot();

  /**
   * A text exactly as written; numbers and dates are read from it only where they are expected.
   *
   * @param absent whether it is empty or {@code null}
   */
  record Scalar(Spot spot, String text, boolean absent) implements Yaml {}

  record Sequence(Spot spot, List<Yaml> items) implements Yaml {}

  record Mapping(Spot spot, Map<Scalar, Yaml> entries) implements Yaml {}

  /** Reads one file; syntax errors and repeated keys are told to {@code problems}. */
  static Optional<Yaml> read(String file, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(true).setUseMarks(true).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .map(node -> new Reading(file, problems).value(node));
    } catch (MarkedYamlEngineException e) {
      Spot spot =
          e.getProblemMark()
              .map(mark -> Reading.spot(file, mark, 1))
              .orElse(new Spot(file, 1, 1, 1));
      problems.add(
          ProblemCode.YAML_SYNTAX,
          spot,
          new Text("不是合法的 YAML：" + e.getProblem(), "not valid YAML: " + e.getProblem()),
          new Text(
              "检查缩进、冒号后的空格和引号是否成对。",
              "Check the indentation, the blank after each colon, and that quotes are closed."));
    } catch (YamlEngineException e) {
      problems.add(
          ProblemCode.YAML_SYNTAX,
          new Spot(file, 1, 1, 1),
          new Text("不是合法的 YAML：" + e.getMessage(), "not valid YAML: " + e.getMessage()),
          new Text("检查文件编码是否为 UTF-8。", "Check that the file is UTF-8."));
    }
    return Optional.empty();
  }

  /** Turns the library's nodes into ours. */
  final class Reading {
    private final String file;
    private final Problems problems;

    Reading(String file, Problems problems) {
      this.file = file;
      this.problems = problems;
    }

    Yaml value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar(scalar);
        case SequenceNode sequence ->
            new Sequence(spot(node), sequence.getValue().stream().map(this::value).toList());
        case MappingNode mapping -> mapping(mapping);
        default -> new Scalar(spot(node), "", true);
      };
    }

    private Scalar scalar(ScalarNode node) {
      boolean absent =
          node.isPlain() && (node.getValue().isEmpty() || node.getValue().equals("null"));
      int quote = node.isPlain() ? 0 : 1;
      Spot spot = spot(node);
      return new Scalar(
          new Spot(
              file,
              spot.line(),
              spot.column() + quote,
              Math.max(1, node.getValue().codePointCount(0, node.getValue().length()))),
          node.getValue(),
          absent);
    }

    private Mapping mapping(MappingNode node) {
      Map<Scalar, Yaml> entries = new LinkedHashMap<>();
      Map<String, Scalar> seen = new LinkedHashMap<>();
      for (NodeTuple tuple : node.getValue()) {
        if (!(value(tuple.getKeyNode()) instanceof Scalar key)) {
          continue;
        }
        Scalar earlier = seen.putIfAbsent(key.text(), key);
        if (earlier != null) {
          problems.add(
              isDate(key.text()) ? ProblemCode.OVERLAPPING_VALIDITY : ProblemCode.DUPLICATE_KEY,
              key.spot(),
              new Text(
                  key.text() + " 已在第 " + earlier.spot().line() + " 行出现",
                  key.text() + " already stands in line " + earlier.spot().line()),
              new Text("删去其中一处。", "Remove one of the two."));
          continue;
        }
        entries.put(key, value(tuple.getValueNode()));
      }
      return new Mapping(spot(node), entries);
    }

    private static boolean isDate(String text) {
      return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private Spot spot(Node node) {
      return node.getStartMark().map(mark -> spot(file, mark, 1)).orElse(new Spot(file, 1, 1, 1));
    }

    static Spot spot(String file, Mark mark, int length) {
      return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1, length);
    }
  }
}
