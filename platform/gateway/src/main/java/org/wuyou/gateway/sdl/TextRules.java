package org.wuyou.gateway.sdl;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wuyou.spi.model.Label;

/**
 * What holds for every declaration, entity or not: a description in both languages, names of one's
 * own, types that exist where they may stand, directives that exist.
 */
public final class TextRules {
  private static final Label DESCRIBE =
      new Label("请在其前面写说明 \"中文 | English\"。", "Write a description before it: \"中文 | English\".");

  private final Declarations declarations;
  private final Faults faults;
  private final DirectiveRules directives;

  public TextRules(Declarations declarations, Faults faults) {
    this.declarations = declarations;
    this.faults = faults;
    this.directives = new DirectiveRules(declarations, faults);
  }

  public void check() {
    declarations.objects().values().forEach(this::object);
    declarations
        .roots()
        .forEach(
            (root, fields) ->
                fields.forEach(
                    (name, field) -> {
                      prefix(field, name, true);
                      field(root, field);
                    }));
    declarations.others().values().forEach(this::other);
  }

  private void object(Declarations.DeclaredObject object) {
    type(object.definition());
    for (Type<?> implemented : object.definition().getImplements()) {
      known(implemented, object.definition());
    }
    object.fields().values().forEach(field -> field(object.definition().getName(), field));
  }

  private void other(TypeDefinition<?> type) {
    type(type);
    switch (type) {
      case EnumTypeDefinition enumeration ->
          enumeration
              .getEnumValueDefinitions()
              .forEach(
                  value -> {
                    described(value, type.getName() + "." + value.getName());
                    directives.check(value);
                  });
      case InputObjectTypeDefinition input ->
          inputs(type.getName(), input.getInputValueDefinitions());
      case InterfaceTypeDefinition shared ->
          shared.getFieldDefinitions().forEach(field -> field(type.getName(), field));
      case UnionTypeDefinition union ->
          union.getMemberTypes().forEach(member -> known(member, union));
      default -> {
        // Scalars have no parts.
      }
    }
  }

  private void type(TypeDefinition<?> type) {
    described((AbstractDescribedNode<?>) type, type.getName());
    prefix(type, type.getName(), false);
    directives.check(type);
  }

  private void field(String type, FieldDefinition field) {
    String coordinate = type + "." + field.getName();
    described(field, coordinate);
    reserved(field);
    directives.check(field);
    String name = known(field.getType(), field);
    if (declarations.isInput(name)) {
      misplaced(field, name, "字段的类型不能是 input。", "The type of a field may not be an input.");
    }
    inputs(coordinate, field.getInputValueDefinitions());
  }

  private void inputs(String owner, List<InputValueDefinition> inputs) {
    Set<String> seen = new HashSet<>();
    for (InputValueDefinition input : inputs) {
      String coordinate = owner + "." + input.getName();
      described(input, coordinate);
      reserved(input);
      directives.check(input);
      String name = known(input.getType(), input);
      if (declarations.isOutputOnly(name)) {
        misplaced(input, name, "输入的类型不能是对象。", "The type of an input may not be an object.");
      }
      if (!seen.add(input.getName())) {
        faults.add(
            input,
            "DUPLICATE_FIELD",
            new Label(coordinate + " 声明了两次。", coordinate + " is declared twice."),
            new Label("请删去一处。", "Drop one of the two."));
      }
    }
  }

  private void misplaced(Node<?> node, String name, String zh, String en) {
    faults.add(
        node,
        "TYPE_NOT_ALLOWED_HERE",
        new Label(name + "：" + zh, name + ": " + en),
        new Label(
            "输出用 type，输入用 input、enum 或标量。",
            "Use a type for output, and an input, enum or scalar for input."));
  }

  private void described(AbstractDescribedNode<?> node, String coordinate) {
    if (Labels.of(node) == null) {
      faults.add(
          node,
          "NO_DESCRIPTION",
          new Label(
              coordinate + " 缺少双语说明。", coordinate + " lacks a description in both languages."),
          DESCRIBE);
    }
  }

  private <T extends Node<?> & NamedNode<?>> void reserved(T node) {
    String name = node.getName();
    if (name != null && name.startsWith("__")) {
      faults.add(
          node,
          "RESERVED_NAME",
          new Label("名称不得以 __ 开头。", "A name may not begin with __."),
          new Label("请改名。", "Rename it."));
    }
  }

  /** A region module's own types and root fields carry its name, so that regions never collide. */
  private void prefix(Node<?> node, String name, boolean field) {
    String module = Faults.module(node);
    if (!module.startsWith("region-")) {
      return;
    }
    String prefix = camel(module.substring("region-".length()));
    String wanted = field ? decapitalised(prefix) : prefix;
    if (!name.startsWith(wanted)) {
      faults.add(
          node,
          "WRONG_PREFIX",
          new Label(
              "模块 " + module + " 的类型与根字段须以 " + wanted + " 开头，此处为 " + name + "。",
              "Types and root fields of "
                  + module
                  + " begin with "
                  + wanted
                  + "; this one is "
                  + name
                  + "."),
          new Label(
              "请改名，如 " + wanted + capitalised(name) + "。",
              "Rename it, such as " + wanted + capitalised(name) + "."));
    }
  }

  private static String camel(String dashed) {
    StringBuilder camel = new StringBuilder();
    for (String part : dashed.split("-", -1)) {
      camel.append(capitalised(part));
    }
    return camel.toString();
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The innermost name of the type; a fault if nothing has that name. */
  private String known(Type<?> type, Node<?> place) {
    TypeName named = SdlTypes.innermost(type);
    if (!declarations.knows(named.getName())) {
      Collection<String> names = new ArrayList<>(declarations.objects().keySet());
      names.addAll(declarations.others().keySet());
      names.addAll(BuiltIn.SCALARS);
      faults.add(
          named.getSourceLocation() == null ? place : named,
          "UNKNOWN_TYPE",
          new Label("没有类型 " + named.getName() + "。", "There is no type " + named.getName() + "."),
          Faults.didYouMean(
              Nearest.of(named.getName(), names),
              new Label("请声明它，或安装声明它的模块。", "Declare it, or install the module that does.")));
    }
    return named.getName();
  }
}
