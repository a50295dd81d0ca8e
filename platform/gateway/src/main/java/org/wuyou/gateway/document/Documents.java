package org.wuyou.gateway.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.Answer;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.document.Prepared.Problem;
import org.wuyou.gateway.document.Prepared.Ready;
import org.wuyou.gateway.document.Prepared.Refused;
import org.wuyou.spi.model.Label;

/** The documents of one generation: each text is parsed, measured and validated once. */
public final class Documents {
  private static final long CACHED_CHARACTERS = 8_000_000;
  private static final int OVERHEAD = 500;

  /** Documents that outlive their generation. */
  private static final int KEPT = 300;

  private static final int MOST_ERRORS = 20;

  private final GraphQLSchema schema;
  private final Limits limits;
  private final ParserOptions options;
  private final Cache<String, Prepared> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_CHARACTERS)
          .weigher((String text, Prepared prepared) -> text.length() + OVERHEAD)
          .build();

  public Documents(GraphQLSchema schema, Limits limits) {
    this.schema = schema;
    this.limits = limits;
    this.options =
        ParserOptions.newParserOptions()
            .maxCharacters(limits.characters())
            .maxTokens(limits.tokens())
            .maxWhitespaceTokens(limits.characters())
            .maxRuleDepth(300)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .readerTrackData(false)
            .build();
  }

  /** The document, from the cache if it was asked before. */
  public Prepared prepare(String text) {
    if (text.length() > limits.characters()) {
      return new Refused(
          List.of(
              Problem.limit(
                  "LIMIT_SIZE",
                  "查询过长（至多 " + limits.characters() + " 个字符）；请拆分。",
                  "The document is too long ("
                      + limits.characters()
                      + " characters at most); split it.",
                  limits.characters(),
                  text.length())));
    }
    Prepared known = cache.getIfPresent(text);
    if (known != null) {
      return known;
    }
    Prepared prepared = read(text);
    cache.put(text, prepared);
    return prepared;
  }

  /** The documents that could be run, of those asked most and lately; so many at most. */
  public List<String> ready() {
    Map<String, Prepared> asked =
        cache.policy().eviction().map(by -> by.hottest(KEPT)).orElseThrow();
    return asked.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Ready)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private Prepared read(String text) {
    Document document;
    try {
      document =
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(options)
                  .build());
    } catch (ParseCancelledException
        | ParseCancelledTooDeepException
        | ParseCancelledTooManyCharsException tooLarge) {
      return new Refused(
          List.of(
              Problem.limit(
                  "LIMIT_SIZE",
                  "查询过大或嵌套过深（至多 " + limits.tokens() + " 个词）；请拆分。",
                  "The document is too large or nested too deep ("
                      + limits.tokens()
                      + " tokens at most); split it.",
                  limits.tokens(),
                  text.length())));
    } catch (InvalidSyntaxException syntax) {
      return new Refused(List.of(syntax(syntax)));
    }
    return measure(document);
  }

  private static Problem syntax(InvalidSyntaxException syntax) {
    String near = syntax.getOffendingToken();
    boolean none = near == null || near.isBlank() || near.equals("<EOF>");
    return new Problem(
        "SYNTAX",
        new Label(
            none ? "语法有误：文本提前结束。" : "语法有误：“" + near + "”处。",
            none ? "Syntax error: the text ends too early." : "Syntax error at '" + near + "'."),
        locations(syntax.getLocation()),
        Map.of());
  }

  private Prepared measure(Document document) {
    List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
    Shape shape = new Shape(document);
    List<Problem> problems = new ArrayList<>();
    operations.forEach(operation -> problems.addAll(exceeded(shape, operation)));
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    // Only now: validation of a document that explodes would take as long as running it.
    List<ValidationError> invalid = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
    if (!invalid.isEmpty()) {
      return new Refused(invalid.stream().limit(MOST_ERRORS).map(Documents::invalid).toList());
    }
    Map<String, MeasuredOperation> measured = new LinkedHashMap<>();
    for (OperationDefinition operation : operations) {
      Cost cost = new CostReader(schema, shape.fragments(), operation).of(operation);
      String name = operation.getName() == null ? "" : operation.getName();
      measured.put(name, new MeasuredOperation(operation.getOperation(), cost));
    }
    return new Ready(new PreparsedDocumentEntry(document), measured);
  }

  private List<Problem> exceeded(Shape shape, OperationDefinition operation) {
    Shape.Size size = shape.of(operation);
    List<Problem> problems = new ArrayList<>();
    exceeded(problems, "LIMIT_DEPTH", "嵌套层数", "levels of fields", limits.depth(), size.depth());
    exceeded(problems, "LIMIT_ALIASES", "别名数", "aliases", limits.aliases(), size.aliases());
    exceeded(
        problems, "LIMIT_DIRECTIVES", "指令数", "directives", limits.directives(), size.directives());
    exceeded(
        problems,
        "LIMIT_ROOT_FIELDS",
        "根字段数",
        "root fields",
        limits.rootFields(),
        shape.rootFields(operation));
    exceeded(
        problems,
        "LIMIT_COST",
        "展开后的字段数",
        "fields once fragments are expanded",
        limits.tokens(),
        size.fields());
    return problems;
  }

  private static void exceeded(
      List<Problem> problems, String code, String zh, String en, long limit, long found) {
    if (found > limit) {
      problems.add(
          Problem.limit(
              code,
              "查询的" + zh + "超过上限 " + limit + "；请拆分或缩小。",
              "The operation has more than " + limit + " " + en + "; split it or ask for less.",
              limit,
              found));
    }
  }

  private static Problem invalid(ValidationError error) {
    String message = error.getDescription() == null ? error.getMessage() : error.getDescription();
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    if (error.getValidationErrorType() != null) {
      extensions.putIfAbsent("rule", error.getValidationErrorType().toString());
    }
    return new Problem(
        "VALIDATION",
        new Label("查询与模式不符：" + message, message),
        error.getLocations() == null
            ? List.of()
            : error.getLocations().stream().flatMap(l -> locations(l).stream()).toList(),
        extensions);
  }

  private static List<Answer.Location> locations(@Nullable SourceLocation place) {
    return place == null || place.getLine() < 1
        ? List.of()
        : List.of(new Answer.Location(place.getLine(), place.getColumn()));
  }
}
