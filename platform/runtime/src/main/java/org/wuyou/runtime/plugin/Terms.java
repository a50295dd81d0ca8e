package org.wuyou.runtime.plugin;

/**
 * On what terms a deployment is asked for.
 *
 * @param actor who asks, as the ledger and the audit show it
 * @param rehearse tell what would happen and change nothing
 * @param allowLoss consent to a migration that loses data
 */
public record Terms(String actor, boolean rehearse, boolean allowLoss) {
  public static Terms commit(String actor) {
    return new Terms(actor, false, false);
  }

  public static Terms rehearse(String actor) {
    return new Terms(actor, true, false);
  }
}
