package org.wuyou.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestContext;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Selection;

/**
 * Executes operations on the current generation. Each request runs from start to end on the
 * generation and the snapshot it began with; {@link #publish} swaps the generation for those to
 * come.
 */
public final class Gateway {
  private final RequestContext.Services services;
  private volatile Lease current;

  public Gateway(GatewaySettings settings) {
    this.services =
        new RequestContext.Services(
            settings.store(),
            settings.guard(),
            settings.clock(),
            settings.limits(),
            settings.audit(),
            settings.commits());
    this.current = new Lease(new Engine(settings.first(), services));
  }

  public Generation current() {
    return current.engine().generation();
  }

  /** The texts of operations that clients have asked lately and that are valid now. */
  public List<String> asked() {
    return current.engine().asked();
  }

  /** Reads operations as if they had been asked: kept from an earlier run, say. */
  public void expect(List<String> operations) {
    current.engine().expect(operations);
  }

  /**
   * Takes effect for the next request; those that run go on undisturbed. What clients asked of the
   * old generation is read for the new one beside the first requests.
   */
  public synchronized Retirement publish(Generation next) {
    Lease old = current;
    List<String> asked = old.engine().asked();
    Engine engine = new Engine(next, services);
    current = new Lease(engine);
    old.retire();
    Thread.ofVirtual().name("operations-asked").start(() -> engine.expect(asked));
    return old;
  }

  /** Runs a query or mutation; what the client did wrong is told in the answer. */
  public Answer execute(Operation operation, Caller caller) {
    Lease lease = lease();
    try {
      return lease.engine().execute(operation, caller);
    } finally {
      lease.release();
    }
  }

  /**
   * Runs a subscription; any other operation gives its one answer. The stream completes when the
   * generation retires; the client is to subscribe anew.
   */
  public Flow.Publisher<Answer> subscribe(Operation operation, Caller caller) {
    Lease lease = lease();
    try {
      return lease.engine().subscribe(operation, caller);
    } finally {
      lease.release();
    }
  }

  /**
   * The rows that the arguments of an entity's list query ask for, for other ways out than GraphQL.
   *
   * @param where as JSON has it
   * @throws RequestFault if the list query would refuse the arguments
   */
  public Selection selection(
      String entity,
      Map<String, @Nullable Object> where,
      Optional<String> search,
      List<Map<String, @Nullable Object>> orderBy,
      Caller caller,
      Locale locale) {
    Lease lease = lease();
    try {
      return lease.engine().selection(entity, where, search, orderBy, caller, locale);
    } finally {
      lease.release();
    }
  }

  private Lease lease() {
    while (true) {
      Lease lease = current;
      if (lease.acquire()) {
        return lease;
      }
    }
  }
}
