package org.wuyou.gateway;

import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Transaction;

/** Lets the audit record who changed what within the very transaction that changes it. */
@FunctionalInterface
public interface CommitAudit {
  /**
   * The transaction to commit instead.
   *
   * <p>Changes may only be added after those given, whose outcomes are told to the client by index.
   *
   * @param coordinate the root field that asks, {@code Mutation.enterpriseUpdate}
   */
  Transaction amend(Transaction transaction, Caller caller, String coordinate);

  /** Records nothing. */
  CommitAudit NONE = (transaction, caller, coordinate) -> transaction;
}
