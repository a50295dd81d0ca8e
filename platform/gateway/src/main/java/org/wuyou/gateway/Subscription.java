package org.wuyou.gateway;

import graphql.ExecutionResult;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.FaultHandler;
import org.wuyou.gateway.fetch.RequestContext;
import org.wuyou.gateway.fetch.RequestFault;

/** One running subscription: results become answers until its generation retires. */
final class Subscription implements Flow.Subscriber<ExecutionResult>, Flow.Subscription {
  private final Flow.Subscriber<? super Answer> client;
  private final Locale locale;
  private final Set<Subscription> running;
  private final RequestContext context;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription source;

  Subscription(
      Flow.Subscriber<? super Answer> client, RequestContext context, Set<Subscription> running) {
    this.client = client;
    this.locale = context.locale();
    this.running = running;
    this.context = context;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    running.add(this);
    client.onSubscribe(this);
  }

  @Override
  public void onNext(ExecutionResult result) {
    if (!over.get()) {
      client.onNext(Answers.of(result, locale, false));
    }
  }

  @Override
  public void onError(Throwable thrown) {
    if (finish()) {
      RequestFault fault =
          thrown instanceof RequestFault known ? known : FaultHandler.internal(thrown);
      client.onNext(Answer.refused(Answers.fault(fault, locale)));
      client.onComplete();
    }
  }

  @Override
  public void onComplete() {
    if (finish()) {
      client.onComplete();
    }
  }

  @Override
  public void request(long wanted) {
    Flow.Subscription to = source;
    if (to != null) {
      to.request(wanted);
    }
  }

  @Override
  public void cancel() {
    if (finish()) {
      cancelSource();
    }
  }

  /**
   * The generation retires: once it has what happened until now, the client is to subscribe anew,
   * to the next one.
   */
  void end() {
    if (!context.retire() && finish()) {
      cancelSource();
      client.onComplete();
    }
  }

  private boolean finish() {
    running.remove(this);
    return over.compareAndSet(false, true);
  }

  private void cancelSource() {
    Flow.Subscription from = source;
    if (from != null) {
      from.cancel();
    }
  }
}
