package org.wuyou.gateway.fetch;

import java.util.List;
import org.wuyou.gateway.CommitFeed;

/**
 * What a subscription tells of commits. A resolver of the platform may answer a field of {@code
 * Subscription} with one: its events are that field's values.
 */
@FunctionalInterface
public interface CommitEvents<E> {
  /**
   * The events of one commit; asked in their order, for one subscriber, by one thread at a time.
   */
  List<E> of(CommitFeed.Commit commit);
}
