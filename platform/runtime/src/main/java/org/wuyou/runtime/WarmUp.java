package org.wuyou.runtime;

import java.util.Locale;
import java.util.Map;
import org.wuyou.gateway.Answer;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Operation;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.EntityType;

/** Runs a few queries of every kind before the first client does, and sees that they succeed. */
final class WarmUp {
  private final Gateway gateway;
  private final Caller caller;

  WarmUp(Gateway gateway, Caller caller) {
    this.gateway = gateway;
    this.caller = caller;
  }

  /**
   * Runs them.
   *
   * @throws IllegalStateException if one fails: queries would not succeed
   */
  void run() {
    ask("{ serverStatus { ready generation } plugins { module version state } }");
    for (EntityType entity : gateway.current().model().entities().values()) {
      ask("{ " + entity.plural() + "(first: 1) { totalCount nodes { id version } } }");
    }
  }

  private void ask(String query) {
    Answer answer =
        gateway.execute(new Operation(query, null, Map.of(), true, Locale.ENGLISH), caller);
    if (!answer.errors().isEmpty()) {
      throw new IllegalStateException("the query " + query + " fails: " + answer.errors());
    }
  }
}
