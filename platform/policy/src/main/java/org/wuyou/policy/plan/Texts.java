package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Shape;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.plan.Program.Operation;

/** Questions about one text: decided once for each text of the dictionary. */
final class Texts {
  private final Steps steps;
  private final Map<List<Object>, boolean[]> tables = new HashMap<>();

  Texts(Steps steps) {
    this.steps = steps;
  }

  Operand lookup(Shape.Call call, List<Operand> operands, Frame setting) {
    Leaf leaf = null;
    List<Object> key = new ArrayList<>(List.of(call.function()));
    for (Operand operand : operands) {
      if (operand instanceof Operand.Text text && leaf == null) {
        leaf = text.leaf();
        key.add(text.leaf().column());
      } else if (operand instanceof Operand.Fixed fixed
          && !(fixed.value() instanceof Value.Missing)) {
        key.add(fixed.value());
      } else {
        throw new Unplannable("文字与文字相比", "texts compared with each other");
      }
    }
    if (leaf == null) {
      throw new IllegalArgumentException("no text among " + operands);
    }
    Column.Texts column = (Column.Texts) leaf.column();
    boolean[] table = tables.get(key);
    if (table == null) {
      table = table(call, operands, column.dictionary(), setting);
      tables.put(key, table);
    }
    return new Operand.Truth(
        steps.leaf(Operation.LOOKUP, column.codes(), leaf, steps.column(table)));
  }

  private static boolean[] table(
      Shape.Call call, List<Operand> operands, List<String> dictionary, Frame setting) {
    boolean[] table = new boolean[dictionary.size()];
    for (int code = 0; code < table.length; code++) {
      Value text = new Value.Words(dictionary.get(code));
      List<Term> terms = new ArrayList<>();
      for (Operand operand : operands) {
        Value value = operand instanceof Operand.Fixed fixed ? fixed.value() : text;
        terms.add(frame -> value);
      }
      if (!(call.build().apply(terms).in(setting) instanceof Value.Truth truth)) {
        throw new Unplannable("文字得出的不是是/否", "a text that gives no truth");
      }
      table[code] = truth.holds();
    }
    return table;
  }
}
