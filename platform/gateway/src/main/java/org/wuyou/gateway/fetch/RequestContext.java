package org.wuyou.gateway.fetch;

import graphql.GraphQLContext;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** What all fields of one request share: one snapshot, one caller, one deadline. */
public final class RequestContext {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** What all requests share. */
  public record Services(
      EntityStore store,
      ResolverGuard guard,
      Clock clock,
      Limits limits,
      CommitAudit audit,
      CommitFeed commits) {}

  private final Services services;
  private final Model model;
  private final AccessRules access;
  private final Caller caller;
  private final Locale locale;
  private final long deadline;
  private volatile Snapshot snapshot;
  private volatile boolean timedOut;
  private final AtomicReference<@Nullable Runnable> whenRetired = new AtomicReference<>();
  private final Map<Field, PageRequest> pages = new ConcurrentHashMap<>(4);

  /**
   * @param deadline as {@link System#nanoTime} tells it
   */
  public RequestContext(
      Services services,
      Model model,
      AccessRules access,
      Caller caller,
      Locale locale,
      long deadline,
      Snapshot snapshot) {
    this.services = services;
    this.model = model;
    this.access = access;
    this.caller = caller;
    this.locale = locale;
    this.deadline = deadline;
    this.snapshot = snapshot;
  }

  public static RequestContext of(DataFetchingEnvironment environment) {
    return of(environment.getGraphQlContext());
  }

  public static RequestContext of(GraphQLContext context) {
    return Objects.requireNonNull(context.get(RequestContext.class));
  }

  public Services services() {
    return services;
  }

  /** The model of the generation that answers; the snapshot's may be another for a moment. */
  public Model model() {
    return model;
  }

  public AccessRules access() {
    return access;
  }

  public Caller caller() {
    return caller;
  }

  public Locale locale() {
    return locale;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** The next event of a subscription is answered from the state it led to. */
  void follow(Snapshot next) {
    snapshot = next;
  }

  /** Does this when the generation that answers retires: at once if it has. */
  void onRetirement(Runnable finish) {
    if (!whenRetired.compareAndSet(null, finish)) {
      finish.run();
    }
  }

  /** Tells a subscription that its generation retires; false if nothing runs that would end. */
  public boolean retire() {
    Runnable finish = whenRetired.getAndSet(() -> {});
    if (finish != null) {
      finish.run();
    }
    return finish != null;
  }

  /** Pages asked for, by the place in the document that asks. */
  Map<Field, PageRequest> pages() {
    return pages;
  }

  public boolean timedOut() {
    return timedOut;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(services.clock().instant(), BEIJING);
  }

  /** Called before every piece of work whose size depends on the data. */
  public void checkDeadline() {
    if (System.nanoTime() - deadline > 0) {
      throw timeout();
    }
  }

  /** Notes that the answer comes too late to be of use. */
  RequestFault timeout() {
    timedOut = true;
    return new RequestFault(
        "TIMEOUT",
        new Label("请求超时；请缩小范围或分页。", "The request took too long; ask for less or by pages."),
        Map.of());
  }

  /** Until when the answer is wanted, as {@link System#nanoTime} tells it. */
  public long deadline() {
    return deadline;
  }

  /**
   * Commits under the caller's name; later fields of the request see the new snapshot.
   *
   * @param coordinate the root field that asks
   * @throws RequestFault FORBIDDEN if a row lies outside the caller's region
   */
  public CommitResult commit(List<Change> changes, String coordinate) {
    for (Change change : changes) {
      if (!access.mayWrite(caller, change, snapshot)) {
        throw RequestFault.forbidden(
            "无权更改此“" + change.entity() + "”数据；请联系其所在地区的管理员。",
            "You may not change this "
                + change.entity()
                + "; ask the administrator of the region it lies in.");
      }
    }
    Transaction transaction =
        services.audit().amend(new Transaction(caller.name(), changes), caller, coordinate);
    CommitResult result = services.store().commit(transaction);
    if (result instanceof CommitResult.Committed committed) {
      snapshot = committed.snapshot();
    }
    return result;
  }
}
