package org.wuyou.runtime;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.wuyou.gateway.Answer;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Operation;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.EntityType;

/** Runs queries of every kind before clients do, and sees that they succeed. */
final class WarmUp {
  private final Gateway gateway;
  private final Caller caller;

  WarmUp(Gateway gateway, Caller caller) {
    this.gateway = gateway;
    this.caller = caller;
  }

  /**
   * The least that tells whether the platform and a table answer.
   *
   * @throws IllegalStateException if one does not: queries would not succeed
   */
  void first() {
    ask("{ serverStatus { ready generation } plugins { module version state } }");
    entities().limit(1).forEach(this::page);
  }

  /**
   * A page of every other table, on time that clients do not wait for.
   *
   * @throws IllegalStateException if one fails
   */
  void rest() {
    entities().skip(1).forEach(this::page);
  }

  private Stream<EntityType> entities() {
    return gateway.current().model().entities().values().stream();
  }

  private void page(EntityType entity) {
    ask("{ " + entity.plural() + "(first: 1) { totalCount nodes { id version } } }");
  }

  private void ask(String query) {
    Answer answer =
        gateway.execute(new Operation(query, null, Map.of(), true, Locale.ENGLISH), caller);
    if (!answer.errors().isEmpty()) {
      throw new IllegalStateException("the query " + query + " fails: " + answer.errors());
    }
  }
}
