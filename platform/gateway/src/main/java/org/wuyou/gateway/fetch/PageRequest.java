package org.wuyou.gateway.fetch;

import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;

/**
 * The page that the arguments of one field ask for. They are the same for every row the field is
 * asked of, so they are read once in a request, not once a row.
 */
record PageRequest(EntityType entity, Cursors cursors, Selection selection) {
  private static final int DEFAULT_SIZE = 50;

  @SuppressWarnings("ReferenceEquality") // a field of an interface may be asked of two entities
  static PageRequest of(
      RequestContext context, EntityType entity, DataFetchingEnvironment environment) {
    Field field = environment.getField();
    PageRequest known = context.pages().get(field);
    if (known != null && known.entity == entity) {
      return known;
    }
    PageRequest read = read(context, entity, environment);
    context.pages().put(field, read);
    return read;
  }

  private static PageRequest read(
      RequestContext context, EntityType entity, DataFetchingEnvironment environment) {
    Map<String, Object> arguments = environment.getArguments();
    List<Selection.Order> order = Orders.read(context, entity, environment.getArgument("orderBy"));
    Cursors cursors = new Cursors(context.model(), entity, order);
    Condition where =
        new Conditions(context)
            .of(entity, environment.getArgument("where"), environment.getArgument("search"));
    boolean backward = arguments.get("last") != null;
    Selection selection =
        new Selection(
            where,
            order,
            size(context, arguments, backward),
            backward,
            cursors.decode(environment.getArgument("after")),
            cursors.decode(environment.getArgument("before")));
    return new PageRequest(entity, cursors, selection);
  }

  private static int size(RequestContext context, Map<String, Object> arguments, boolean backward) {
    Object first = arguments.get("first");
    if (first != null && backward) {
      throw RequestFault.badRequest(
          "FIRST_AND_LAST", "first 与 last 只能给一个。", "Give first or last, not both.");
    }
    Object asked = backward ? arguments.get("last") : first;
    int size = asked == null ? DEFAULT_SIZE : (Integer) asked;
    int largest = context.services().limits().pageSize();
    if (size < 0) {
      throw RequestFault.badRequest(
          "NEGATIVE_PAGE_SIZE", "每页行数不得为负。", "The size of a page may not be negative.");
    }
    if (size > largest) {
      throw new RequestFault(
          "LIMIT_PAGE_SIZE",
          new Label(
              "每页最多 " + largest + " 行；请分页读取。",
              "A page has at most " + largest + " rows; read page by page."),
          Map.of("limit", largest));
    }
    return size;
  }
}
