package org.wuyou.gateway.fetch;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.values.ValueWriter;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Group;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;

/** Figures over groups of rows: one pass over the table for all that is asked of it. */
public final class Figures {
  public static final Light KEYS = (source, environment) -> ((GroupView) source).keys();
  public static final Light COUNT = Figures::figure;
  public static final Light SHARE = Figures::figure;

  /** The object that holds {@code sum}, {@code avg}, … of several fields. */
  public static final Light SEVERAL =
      (source, environment) ->
          new FiguresView((GroupView) source, environment.get().getMergedField().getResultKey());

  public static final Light NUMERATOR =
      (source, environment) -> ((Aggregation.Share) source).numerator();
  public static final Light DENOMINATOR =
      (source, environment) -> ((Aggregation.Share) source).denominator();
  public static final Light PERCENT =
      (source, environment) ->
          percent((Aggregation.Share) source, environment.get().getArgument("decimals"));

  private static final int MOST_DECIMALS = 30;

  /** One group with the places of the figures asked for. */
  private record GroupView(Group group, FigurePlan plan) {
    List<@Nullable String> keys() {
      List<@Nullable String> texts = new ArrayList<>(group.keys().size());
      for (Object key : group.keys()) {
        texts.add(key == null ? null : ValueWriter.text(key));
      }
      return texts;
    }
  }

  private record FiguresView(GroupView view, String resultKey) {}

  private Figures() {}

  /** The field of one kind of figure, {@code sum { revenue }}. */
  public static Light member(String field, boolean money) {
    return (source, environment) -> {
      FiguresView figures = (FiguresView) source;
      int place = figures.view.plan.place(figures.resultKey, field);
      Object value = figures.view.group.values().get(place);
      return money ? Units.shown(value, environment) : value;
    };
  }

  /** Figures over all rows the caller sees. */
  public static DataFetcher<?> ofAll(String entity) {
    return environment -> read(entity, null, environment);
  }

  /** Figures over the rows that refer to the source by {@code back}. */
  public static DataFetcher<?> ofInverse(String entity, String back) {
    return environment -> {
      Row row = Objects.requireNonNull(environment.getSource());
      return read(entity, Condition.eq(back, RowKey.id(row.id())), environment);
    };
  }

  private static List<GroupView> read(
      String entityName, @Nullable Condition base, DataFetchingEnvironment environment) {
    RequestContext context = RequestContext.of(environment);
    context.checkDeadline();
    EntityType entity = context.model().entity(entityName);
    Condition asked =
        new Conditions(context)
            .of(entity, environment.getArgument("where"), environment.getArgument("search"));
    Condition where = base == null ? asked : Conditions.all(both(base, asked));
    FigurePlan plan = FigurePlan.of(context, entity, environment.getSelectionSet());
    GroupOrder order = GroupOrder.of(plan, environment);
    List<Aggregation.GroupBy> groupBy =
        Grouping.read(context, entity, environment.getArgument("groupBy"));
    List<Group> groups =
        context
            .snapshot()
            .table(entityName)
            .aggregate(new Aggregation(where, groupBy, plan.measures()));
    List<Group> kept = order.apply(groups);
    List<GroupView> views = new ArrayList<>(kept.size());
    kept.forEach(group -> views.add(new GroupView(group, plan)));
    return Collections.unmodifiableList(views);
  }

  private static List<Condition> both(Condition base, Condition asked) {
    return asked instanceof Condition.All ? List.of(base) : List.of(base, asked);
  }

  private static @Nullable Object figure(
      Object source, java.util.function.Supplier<DataFetchingEnvironment> environment) {
    GroupView view = (GroupView) source;
    int place = view.plan.place(environment.get().getMergedField().getResultKey());
    return view.group.values().get(place);
  }

  private static @Nullable BigDecimal percent(Aggregation.Share share, @Nullable Integer asked) {
    if (share.denominator() == 0) {
      return null;
    }
    int decimals = asked == null ? 6 : Math.clamp(asked, 0, MOST_DECIMALS);
    return BigDecimal.valueOf(share.numerator())
        .scaleByPowerOfTen(2)
        .divide(BigDecimal.valueOf(share.denominator()), decimals, RoundingMode.HALF_UP);
  }

  /** Names of figures to kinds. */
  static final Map<String, Aggregation.Kind> KINDS =
      Map.of(
          "count", Aggregation.Kind.COUNT,
          "countDistinct", Aggregation.Kind.COUNT_DISTINCT,
          "sum", Aggregation.Kind.SUM,
          "min", Aggregation.Kind.MIN,
          "max", Aggregation.Kind.MAX,
          "avg", Aggregation.Kind.AVG,
          "share", Aggregation.Kind.SHARE);
}
