package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation.Kind;
import org.wuyou.spi.data.Aggregation.Measure;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.model.EntityType;

/** Which figures a selection asks for, and at which place of a group each is found. */
final class FigurePlan {
  private final List<Measure> measures = new ArrayList<>();

  /** By result key, {@code total} of {@code total: sum { revenue }}, and field. */
  private final Map<String, Integer> places = new HashMap<>();

  private final RequestContext context;
  private final EntityType entity;

  private FigurePlan(RequestContext context, EntityType entity) {
    this.context = context;
    this.entity = entity;
  }

  static FigurePlan of(
      RequestContext context, EntityType entity, DataFetchingFieldSelectionSet selection) {
    FigurePlan plan = new FigurePlan(context, entity);
    for (SelectedField field : selection.getImmediateFields()) {
      Kind kind = Figures.KINDS.get(field.getName());
      if (kind != null) {
        plan.add(kind, field);
      }
    }
    return plan;
  }

  @SuppressWarnings("unchecked")
  private void add(Kind kind, SelectedField field) {
    Map<String, Object> where = (Map<String, Object>) field.getArguments().get("where");
    Condition condition = where == null ? null : new Conditions(context).of(entity, where, null);
    if (kind == Kind.COUNT || kind == Kind.SHARE) {
      places.put(field.getResultKey(), place(new Measure(kind, null, condition)));
      return;
    }
    for (SelectedField member : field.getSelectionSet().getImmediateFields()) {
      if (entity.fields().containsKey(member.getName())) {
        Paths.readable(context, entity, member.getName());
        places.put(
            key(field.getResultKey(), member.getName()),
            place(new Measure(kind, member.getName(), condition)));
      }
    }
  }

  /** The place of a figure that an order or a filter needs, whether it is shown or not. */
  int place(Kind kind, @Nullable String field) {
    if (field != null) {
      Paths.readable(context, entity, field);
    }
    return place(new Measure(kind, field, null));
  }

  private int place(Measure measure) {
    int known = measures.indexOf(measure);
    if (known >= 0) {
      return known;
    }
    measures.add(measure);
    return measures.size() - 1;
  }

  int place(String resultKey) {
    return Objects.requireNonNull(places.get(resultKey));
  }

  int place(String resultKey, String field) {
    return place(key(resultKey, field));
  }

  private static String key(String resultKey, String field) {
    return resultKey + "." + field;
  }

  List<Measure> measures() {
    return measures;
  }
}
