package org.wuyou.gateway.sdl;

import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SourceLocation;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.MultiSourceReader;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.Label;

/**
 * Parses the texts of all modules, each under its module's and file's name, and joins them: one
 * owner for every name, never "first wins".
 */
public final class SdlReader {
  private static final int LARGEST_FILE = 2_000_000;

  /** Set here and nowhere else: a module's text is large, but it is no request. */
  private static final ParserOptions OPTIONS =
      ParserOptions.newParserOptions()
          .maxCharacters(LARGEST_FILE)
          .maxTokens(LARGEST_FILE)
          .maxWhitespaceTokens(LARGEST_FILE)
          .maxRuleDepth(500)
          .captureIgnoredChars(false)
          .captureLineComments(false)
          .captureSourceLocation(true)
          .readerTrackData(false)
          .build();

  private final Faults faults;
  private final Function<Source, Parsed> parser;
  private final Declarations declarations = Declarations.empty();
  private final List<ObjectTypeExtensionDefinition> extensions = new ArrayList<>();

  private SdlReader(Faults faults, Function<Source, Parsed> parser) {
    this.faults = faults;
    this.parser = parser;
  }

  /** Of texts that may hold anything. */
  public static SdlReader of(Faults faults) {
    return new SdlReader(faults, SdlReader::parse);
  }

  /** Of texts that were read before: the same result, sooner. */
  public static SdlReader ofProven(Faults faults) {
    return new SdlReader(faults, SdlReader::read);
  }

  /** What the modules declare together; faults are told to the collector. */
  public Declarations read(List<Contribution> contributions) {
    List<Source> sources = new ArrayList<>();
    for (Contribution contribution : contributions) {
      new TreeMap<>(contribution.sources())
          .forEach(
              (file, text) ->
                  sources.add(new Source(Faults.sourceName(contribution.module(), file), text)));
    }
    sources.parallelStream().map(parser).toList().forEach(this::take);
    extensions.forEach(this::extend);
    return declarations;
  }

  private record Source(String name, String text) {}

  /** What became of one text: its document, or what was wrong with it. */
  private sealed interface Parsed {
    record Read(List<? extends Definition<?>> definitions) implements Parsed {}

    record Wrong(String name, InvalidSyntaxException syntax) implements Parsed {}
  }

  private void take(Parsed parsed) {
    switch (parsed) {
      case Parsed.Read(var definitions) -> definitions.forEach(this::declare);
      case Parsed.Wrong(String name, InvalidSyntaxException syntax) -> tell(name, syntax);
    }
  }

  private static Parsed read(Source source) {
    try {
      return new Parsed.Read(SdlText.read(source.text(), source.name()));
    } catch (SdlText.UnreadException unusual) {
      return parse(source);
    }
  }

  private static Parsed parse(Source source) {
    if (source.text().isBlank()) {
      return new Parsed.Read(List.of());
    }
    try (MultiSourceReader reader =
        MultiSourceReader.newMultiSourceReader()
            .string(source.text(), source.name())
            .trackData(false)
            .build()) {
      Document document =
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(reader)
                  .parserOptions(OPTIONS)
                  .build());
      return new Parsed.Read(definitions(document));
    } catch (InvalidSyntaxException syntax) {
      return new Parsed.Wrong(source.name(), syntax);
    } catch (java.io.IOException unreachable) {
      throw new java.io.UncheckedIOException(unreachable);
    }
  }

  @SuppressWarnings("unchecked") // the library knows them without their parameter
  private static List<? extends Definition<?>> definitions(Document document) {
    return (List<? extends Definition<?>>) (List<?>) document.getDefinitions();
  }

  private void tell(String name, InvalidSyntaxException syntax) {
    SourceLocation at = syntax.getLocation();
    int line = at == null ? 1 : at.getLine();
    int column = at == null ? 1 : at.getColumn();
    String token = syntax.getOffendingToken();
    String near = token == null || token.isBlank() ? "" : "“" + token + "”";
    faults.add(
        new SourceLocation(line, column, name),
        "SYNTAX",
        new Label(
            "语法有误" + near + "。",
            "The syntax is wrong" + (near.isEmpty() ? "." : " at " + near + ".")),
        new Label(
            "请对照 GraphQL SDL 检查此处及上一行。",
            "Check this place and the line before against GraphQL SDL."));
  }

  private void declare(Definition<?> definition) {
    switch (definition) {
      // Extensions are subclasses of what they extend, so they come first.
      case ObjectTypeExtensionDefinition extension -> extensions.add(extension);
      case ObjectTypeDefinition object -> declareObject(object);
      case SDLExtensionDefinition extension -> refuse(definition);
      case EnumTypeDefinition type -> declareOther(type);
      case InputObjectTypeDefinition type -> declareOther(type);
      case UnionTypeDefinition type -> declareOther(type);
      case InterfaceTypeDefinition type -> declareOther(type);
      case ScalarTypeDefinition type when platform(type) -> declareOther(type);
      case DirectiveDefinition directive when platform(directive) ->
          declarations.directives().put(directive.getName(), directive);
      default -> refuse(definition);
    }
  }

  private static boolean platform(Definition<?> definition) {
    return Faults.module(definition).equals(BuiltIn.PLATFORM);
  }

  private void refuse(Definition<?> definition) {
    String kind =
        definition instanceof SDLDefinition<?>
            ? definition.getClass().getSimpleName().replace("Definition", "")
            : "operation";
    faults.add(
        definition,
        "NOT_ALLOWED",
        new Label("模块不能声明此类定义（" + kind + "）。", "A module may not declare this (" + kind + ")."),
        new Label(
            "模块可声明 type、enum、input、interface、union，并可 extend type；标量与指令由平台提供。",
            "Modules declare type, enum, input, interface, union, and extend type; scalars and directives are the platform's."));
  }

  private void declareObject(ObjectTypeDefinition object) {
    if (BuiltIn.ROOTS.contains(object.getName())) {
      faults.add(
          object,
          "ROOT_TYPE",
          new Label(
              "不能重新声明 " + object.getName() + "。", object.getName() + " may not be declared again."),
          new Label(
              "请写 extend type " + object.getName() + "。",
              "Write extend type " + object.getName() + "."));
      return;
    }
    if (unowned(object)) {
      var declared = Declarations.DeclaredObject.of(object);
      declarations.objects().put(object.getName(), declared);
      addFields(object.getName(), declared.fields(), object.getFieldDefinitions());
    }
  }

  private void declareOther(TypeDefinition<?> type) {
    if (unowned(type)) {
      declarations.others().put(type.getName(), type);
    }
  }

  private boolean unowned(TypeDefinition<?> type) {
    TypeDefinition<?> other = declarations.type(type.getName());
    if (other == null && !BuiltIn.SCALARS.contains(type.getName())) {
      return true;
    }
    String owner = other == null ? "GraphQL" : Faults.place(other);
    faults.add(
        type,
        "DUPLICATE_TYPE",
        new Label(
            "类型 " + type.getName() + " 已由 " + owner + " 声明。",
            "The type " + type.getName() + " is already declared by " + owner + "."),
        new Label(
            "请改名，或用 extend type 补充字段。", "Give it another name, or add fields with extend type."));
    return false;
  }

  private void extend(ObjectTypeExtensionDefinition extension) {
    String name = extension.getName();
    Map<String, FieldDefinition> root = declarations.roots().get(name);
    var object = declarations.objects().get(name);
    if (root != null) {
      addFields(name, root, extension.getFieldDefinitions());
    } else if (object != null) {
      addFields(name, object.fields(), extension.getFieldDefinitions());
    } else {
      faults.add(
          extension,
          "UNKNOWN_TYPE",
          new Label("没有可扩展的类型 " + name + "。", "There is no type " + name + " to extend."),
          Faults.didYouMean(
              Nearest.of(name, declarations.objects().keySet()),
              new Label("请确认所依赖的模块已安装。", "Make sure that the module it comes from is installed.")));
    }
  }

  private void addFields(
      String type, Map<String, FieldDefinition> fields, List<FieldDefinition> added) {
    for (FieldDefinition field : added) {
      FieldDefinition other = fields.putIfAbsent(field.getName(), field);
      if (other != null) {
        faults.add(
            field,
            "DUPLICATE_FIELD",
            new Label(
                "字段 " + type + "." + field.getName() + " 已由 " + Faults.place(other) + " 声明。",
                "The field "
                    + type
                    + "."
                    + field.getName()
                    + " is already declared by "
                    + Faults.place(other)
                    + "."),
            new Label("请改名或删去一处。", "Rename it or drop one of the two."));
      }
    }
  }
}
