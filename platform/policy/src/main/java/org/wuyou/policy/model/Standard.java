package org.wuyou.policy.model;

import java.util.List;

/** Conditions that must all be met to be recognised, each with the evidence it rests on. */
public record Standard(Head head, String entity, List<Item> items) implements Rule {
  public Standard {
    items = List.copyOf(items);
  }
}
