package org.wuyou.gateway.schema;

import static org.wuyou.gateway.schema.SchemaDraft.describe;

import org.wuyou.gateway.fetch.Connection;
import org.wuyou.gateway.fetch.Figures;
import org.wuyou.gateway.fetch.RowFields;
import org.wuyou.gateway.fetch.Written;
import org.wuyou.gateway.sdl.BuiltIn;

/** What belongs to no entity: {@code node}, and the fields of the common types. */
final class Roots {

  private Roots() {}

  static void write(SchemaDraft draft) {
    draft.root(
        "Query",
        "node",
        BuiltIn.PLATFORM,
        describe("按全局标识查一行", "One row by its global identity")
            + "\nnode(\"全局标识 | Global identity\" id: ID!): Node\n",
        RowFields.node());
    draft.answer("PageInfo", "hasNextPage", Connection.HAS_NEXT);
    draft.answer("PageInfo", "hasPreviousPage", Connection.HAS_PREVIOUS);
    draft.answer("PageInfo", "startCursor", Connection.START_CURSOR);
    draft.answer("PageInfo", "endCursor", Connection.END_CURSOR);
    draft.answer("UserError", "code", Written.Problem.CODE);
    draft.answer("UserError", "message", Written.Problem.MESSAGE);
    draft.answer("UserError", "path", Written.Problem.PATH);
    draft.answer("UserError", "value", Written.Problem.VALUE);
    draft.answer("Share", "numerator", Figures.NUMERATOR);
    draft.answer("Share", "denominator", Figures.DENOMINATOR);
    draft.answer("Share", "percent", Figures.PERCENT);
  }
}
