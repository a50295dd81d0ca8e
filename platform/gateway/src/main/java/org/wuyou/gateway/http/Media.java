package org.wuyou.gateway.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/** The media types in which GraphQL answers are given, and the choice between them. */
enum Media {
  /** Its status code tells whether the request was executed. */
  GRAPHQL_RESPONSE(
      "application/graphql-response+json", "application/graphql-response+json;charset=utf-8"),
  /** Well-formed requests are always answered 200. */
  JSON("application/json", "application/json;charset=utf-8"),
  EVENT_STREAM("text/event-stream", "text/event-stream;charset=utf-8");

  private final String type;
  private final String contentType;

  Media(String type, String contentType) {
    this.type = type;
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /**
   * The type to answer in, after RFC 9110 §12.5.1.
   *
   * <p>Without the header it is {@code application/graphql-response+json}: since 2025 the
   * specification says so, although audit 80D8 of graphql-http still asks for {@code
   * application/json} there. For a range such as {@code *}{@code /*} it is {@code
   * application/json}, which every client can read.
   *
   * @throws HttpRefusal 406 if none is acceptable
   */
  static Media accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return GRAPHQL_RESPONSE;
    }
    // The three spellings of nearly all clients, spared the parsing.
    switch (accept) {
      case "application/json", "*/*" -> {
        return JSON;
      }
      case "application/graphql-response+json" -> {
        return GRAPHQL_RESPONSE;
      }
      default -> {}
    }
    List<Range> ranges = Range.parse(accept);
    return List.of(JSON, GRAPHQL_RESPONSE, EVENT_STREAM).stream()
        .filter(media -> quality(media, ranges) > 0)
        // The sort is stable: with equal weights the more specific wish wins, then the order above.
        .max(
            Comparator.<Media>comparingDouble(media -> quality(media, ranges))
                .thenComparingInt(media -> -firstNamed(media, ranges))
                .thenComparingInt(media -> -media.preference()))
        .orElseThrow(
            () ->
                new HttpRefusal(
                    406,
                    "NOT_ACCEPTABLE",
                    new Label(
                        "只能以 application/graphql-response+json、application/json 或 text/event-stream 应答，请修改 Accept",
                        "Answers are application/graphql-response+json, application/json or"
                            + " text/event-stream only; change the Accept header")));
  }

  private int preference() {
    return switch (this) {
      case JSON -> 0;
      case GRAPHQL_RESPONSE -> 1;
      case EVENT_STREAM -> 2;
    };
  }

  /** Weight of the most specific range that matches; 0 if none does. */
  private static double quality(Media media, List<Range> ranges) {
    return ranges.stream()
        .filter(range -> range.matches(media.type))
        .max(Comparator.comparingInt(Range::specificity))
        .map(Range::quality)
        .orElse(0.0);
  }

  /** Where the client names the type itself; ranges come after all names. */
  private static int firstNamed(Media media, List<Range> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).type.equals(media.type)) {
        return i;
      }
    }
    return ranges.size();
  }

  private record Range(String type, double quality) {
    static List<Range> parse(String accept) {
      List<Range> ranges = new ArrayList<>();
      for (String part : accept.split(",")) {
        String[] pieces = part.split(";");
        String type = pieces[0].strip().toLowerCase(Locale.ROOT);
        double quality = 1;
        boolean foreignCharset = false;
        for (int i = 1; i < pieces.length; i++) {
          String parameter = pieces[i].strip().toLowerCase(Locale.ROOT);
          if (parameter.startsWith("q=")) {
            quality = weight(parameter.substring(2));
          } else if (parameter.startsWith("charset=")) {
            foreignCharset = !parameter.replace("\"", "").equals("charset=utf-8");
          }
        }
        if (!type.isEmpty() && !foreignCharset) {
          ranges.add(new Range(type, quality));
        }
      }
      return ranges;
    }

    private static double weight(String text) {
      try {
        return Math.clamp(Double.parseDouble(text.strip()), 0, 1);
      } catch (NumberFormatException malformed) {
        return 0;
      }
    }

    boolean matches(String other) {
      return type.equals(other)
          || type.equals("*/*")
          || (type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1)));
    }

    int specificity() {
      return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }
}
