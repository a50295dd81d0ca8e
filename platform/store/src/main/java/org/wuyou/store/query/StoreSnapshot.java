package org.wuyou.store.query;

import java.util.HashMap;
import java.util.Map;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.Model;
import org.wuyou.store.table.TableState;

/** All tables as of one commit; those of absent modules are held but not shown. */
public final class StoreSnapshot implements Snapshot {
  private final long version;
  private final Model model;
  private final Map<String, TableState> states;
  private final Map<String, StoreTable> tables = new HashMap<>();

  public StoreSnapshot(long version, Model model, Map<String, TableState> states) {
    this.version = version;
    this.model = model;
    this.states = Map.copyOf(states);
    Conditions conditions = new Conditions(model, this.states);
    for (String entity : model.entities().keySet()) {
      tables.put(
          entity,
          new StoreTable(this, conditions, java.util.Objects.requireNonNull(states.get(entity))));
    }
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Table table(String entity) {
    StoreTable table = tables.get(entity);
    if (table == null) {
      throw new IllegalArgumentException(
          "no entity " + entity + "; the model has " + model.entities().keySet());
    }
    return table;
  }

  /** Every table kept, also those that the model lacks. */
  public Map<String, TableState> states() {
    return states;
  }
}
