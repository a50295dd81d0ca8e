package org.wuyou.gateway.files.column;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/**
 * What one column of a file can hold: a field of the entity or, through references, a key field of
 * the entity referred to ({@code enterprise.uscc}).
 *
 * @param path the fields passed through; all but the last are references
 * @param single whether the entities referred to have keys of one field each, so that the first
 *     field alone says it all
 */
public record Leaf(List<Field> path, boolean single) {
  private static final Pattern REMARK = Pattern.compile("\\s*[(（][^()（）]*[)）]$");

  public Leaf {
    path = List.copyOf(path);
  }

  /** All columns a file of the entity can have, in declared order. */
  public static List<Leaf> of(EntityType entity, Model model) {
    List<Leaf> leaves = new ArrayList<>();
    for (Field field : entity.storedFields()) {
      collect(List.of(), field, true, model, leaves);
    }
    return leaves;
  }

  private static void collect(
      List<Field> before, Field field, boolean single, Model model, List<Leaf> into) {
    List<Field> path = new ArrayList<>(before);
    path.add(field);
    if (field.type() instanceof ValueType.Reference(String target)) {
      EntityType entity = model.entity(target);
      boolean stillSingle = single && entity.key().size() == 1;
      for (String key : entity.key()) {
        collect(path, entity.field(key), stillSingle, model, into);
      }
    } else {
      into.add(new Leaf(path, single));
    }
  }

  /** The field of the entity that the file is about. */
  public Field root() {
    return path.getFirst();
  }

  /** The field whose type the cells have. */
  public Field last() {
    return path.getLast();
  }

  public boolean throughReference() {
    return path.size() > 1;
  }

  /** {@code uscc}, {@code enterprise}, {@code return.year}. */
  public String name() {
    return single ? root().name() : String.join(".", path.stream().map(Field::name).toList());
  }

  public Label label() {
    return label(false);
  }

  /** The label without what stands in brackets at its end. */
  Label briefLabel() {
    return label(true);
  }

  private Label label(boolean brief) {
    List<Field> shown = single ? path.subList(0, 1) : path;
    return new Label(
        String.join(".", shown.stream().map(f -> text(f.label().zh(), brief)).toList()),
        String.join(".", shown.stream().map(f -> text(f.label().en(), brief)).toList()));
  }

  private static String text(String label, boolean brief) {
    return brief ? REMARK.matcher(label).replaceFirst("") : label;
  }

  /** Every header, folded, that names this leaf for certain. */
  Set<String> names() {
    List<String> spellings = List.of("");
    for (Field field : path) {
      List<String> longer = new ArrayList<>();
      for (String before : spellings) {
        for (String own : spellings(field)) {
          longer.add(before.isEmpty() ? own : before + "." + own);
        }
      }
      spellings = longer;
    }
    Set<String> names = new LinkedHashSet<>();
    spellings.forEach(s -> names.add(HeaderText.fold(s)));
    if (single) {
      spellings(root()).forEach(s -> names.add(HeaderText.fold(s)));
    }
    return names;
  }

  /**
   * Headers that name this leaf unless another claims them: the label without its remark and, of a
   * reference, the key of the entity referred to.
   */
  Set<String> weakNames() {
    Set<String> names = new LinkedHashSet<>();
    names.add(HeaderText.fold(briefLabel().zh()));
    names.add(HeaderText.fold(briefLabel().en()));
    if (throughReference()) {
      spellings(last()).forEach(s -> names.add(HeaderText.fold(s)));
    }
    return names;
  }

  private static List<String> spellings(Field field) {
    List<String> spellings = new ArrayList<>();
    spellings.add(field.name());
    spellings.add(field.label().zh());
    spellings.add(field.label().en());
    spellings.addAll(field.aliases());
    return spellings;
  }
}
