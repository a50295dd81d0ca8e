package org.wuyou.store;

import java.util.List;

/**
 * An entity whose data is kept although no module declares it at present.
 *
 * @param owner the module that declared it last
 */
public record AbsentEntity(String name, String owner, int rows, List<String> fields) {
  public AbsentEntity {
    fields = List.copyOf(fields);
  }
}
