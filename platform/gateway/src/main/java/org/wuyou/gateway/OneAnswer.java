package org.wuyou.gateway;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream of one answer: a subscription refused, or an operation that is none. */
record OneAnswer(Answer answer) implements Flow.Publisher<Answer> {
  @Override
  public void subscribe(Flow.Subscriber<? super Answer> subscriber) {
    AtomicBoolean done = new AtomicBoolean();
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long wanted) {
            if (wanted > 0 && done.compareAndSet(false, true)) {
              subscriber.onNext(answer);
              subscriber.onComplete();
            }
          }

          @Override
          public void cancel() {
            done.set(true);
          }
        });
  }
}
