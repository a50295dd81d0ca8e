package org.wuyou.gateway.files.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.gateway.files.column.Leaf;
import org.wuyou.gateway.files.export.ExportRequest;
import org.wuyou.gateway.files.export.FileExport;
import org.wuyou.gateway.files.export.FileFormat;
import org.wuyou.gateway.files.export.Headers;
import org.wuyou.gateway.files.export.Template;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.http.HttpAnswer;
import org.wuyou.gateway.http.HttpCall;
import org.wuyou.gateway.http.HttpRefusal;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.value.Money;

/** Gives out rows as files, and templates to fill in. */
public final class Downloads {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_FILTER_BYTES = 1 << 20;

  /** Reads the arguments of an entity's list query; {@code Gateway::selection}. */
  @FunctionalInterface
  public interface Filters {
    Selection read(
        String entity,
        Map<String, @Nullable Object> where,
        Optional<String> search,
        List<Map<String, @Nullable Object>> orderBy,
        Caller caller,
        Locale locale);
  }

  private final EntityStore store;
  private final Supplier<AccessRules> access;
  private final Filters filters;
  private final MeterRegistry meters;

  public Downloads(
      EntityStore store, Supplier<AccessRules> access, Filters filters, MeterRegistry meters) {
    this.store = store;
    this.access = access;
    this.filters = filters;
    this.meters = meters;
  }

  HttpAnswer export(HttpCall call, EntityType entity, FileFormat format) throws IOException {
    Snapshot snapshot = store.snapshot();
    FileExport.Ready ready;
    try {
      ready = new FileExport(snapshot, access.get()).prepare(request(call, entity, format));
    } catch (RequestFault refused) {
      int status = refused.code().equals("FORBIDDEN") ? 403 : 400;
      throw new HttpRefusal(status, refused.code(), refused.label());
    } catch (FileRefused refused) {
      throw new HttpRefusal(400, refused.code(), refused.label());
    }
    meters.counter("wuyou.files.rows", "result", "exported").increment(ready.rows());
    return attachment(entity.name() + "." + format.extension(), format, ready::write)
        .with("X-Total-Rows", String.valueOf(ready.rows()));
  }

  HttpAnswer template(HttpCall call, EntityType entity, FileFormat format) {
    Headers headers = headers(call);
    AccessRules rules = access.get();
    List<Leaf> leaves =
        Leaf.of(entity, store.snapshot().model()).stream()
            .filter(leaf -> leaf.path().stream().allMatch(f -> rules.mayRead(call.caller(), f)))
            .toList();
    Template template = new Template(store.snapshot().model(), entity, leaves);
    return attachment(
        entity.name() + "-template." + format.extension(),
        format,
        out -> template.write(format, headers, out));
  }

  static HttpAnswer attachment(String name, FileFormat format, HttpAnswer.Writer writer) {
    return HttpAnswer.stream(format.contentType(), writer)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .with("X-Content-Type-Options", "nosniff");
  }

  /** Filters stand in the query part, or as one JSON object in the body of a POST. */
  private ExportRequest request(HttpCall call, EntityType entity, FileFormat format)
      throws IOException {
    Map<String, @Nullable Object> told = told(call);
    Selection wanted =
        filters.read(
            entity.name(),
            object(told.get("where"), "where"),
            Optional.ofNullable(told.get("search")).map(Object::toString),
            objects(told.get("orderBy")),
            call.caller(),
            call.locale());
    return new ExportRequest(
        entity.name(),
        call.caller(),
        wanted.where(),
        wanted.order(),
        fields(told.get("fields")),
        headers(call),
        unit(call),
        format);
  }

  private static Map<String, @Nullable Object> told(HttpCall call) throws IOException {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    for (String name : List.of("where", "orderBy")) {
      Optional<String> text = call.parameter(name);
      if (text.isPresent()) {
        told.put(name, parse(text.get(), name));
      }
    }
    call.parameter("search").ifPresent(text -> told.put("search", text));
    call.parameter("fields").ifPresent(text -> told.put("fields", Arrays.asList(text.split(","))));
    if (call.method().equals("POST")) {
      try (InputStream body = call.body()) {
        byte[] bytes = body.readNBytes(MOST_FILTER_BYTES);
        if (bytes.length > 0) {
          told.putAll(
              object(
                  parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), "body"),
                  "body"));
        }
      }
    }
    return told;
  }

  private static @Nullable Object parse(String text, String what) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw malformed(what);
    }
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value, String what) {
    if (value == null) {
      return Map.of();
    }
    try {
      return JSON.convertValue(value, new TypeReference<Map<String, @Nullable Object>>() {});
    } catch (IllegalArgumentException e) {
      throw malformed(what);
    }
  }

  private static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(one -> object(one, "orderBy")).toList();
      default -> List.of(object(value, "orderBy"));
    };
  }

  private static List<String> fields(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(name -> name.toString().strip()).toList();
      default -> throw malformed("fields");
    };
  }

  private static HttpRefusal malformed(String what) {
    return HttpRefusal.badRequest(
        what + " 不是有效的 JSON；请按列表查询的参数书写，如 where={\"name\":{\"contains\":\"钢\"}}。",
        what
            + " is not valid JSON; write it as in the list query, such as where={\"name\":{\"contains\":\"钢\"}}.");
  }

  private static Headers headers(HttpCall call) {
    return Headers.of(call.parameter("headers").orElse("zh"))
        .orElseThrow(
            () ->
                HttpRefusal.badRequest("headers 只能是 zh、en 或 name。", "headers is zh, en or name."));
  }

  private static Money.Unit unit(HttpCall call) {
    String name = call.parameter("unit").orElse("YUAN");
    return Arrays.stream(Money.Unit.values())
        .filter(unit -> unit.name().equalsIgnoreCase(name) || unit.zh().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                HttpRefusal.badRequest(
                    "unit 只能是 YUAN、THOUSAND_YUAN、WAN_YUAN 或 YI_YUAN。",
                    "unit is YUAN, THOUSAND_YUAN, WAN_YUAN or YI_YUAN."));
  }
}
