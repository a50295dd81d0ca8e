package org.wuyou.gateway.files.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.sheet.Line;

/**
 * A row of the file as the row of the entity it would be.
 *
 * @param key the values of the entity's key; empty if not all could be read
 * @param values by field, as a change takes them
 * @param errors why it is refused; empty if it can be tried
 */
record Draft(
    Line line,
    List<Object> key,
    Map<String, @Nullable Object> values,
    List<Finding> errors,
    List<Finding> warnings) {
  Draft {
    key = List.copyOf(key);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  boolean readable() {
    return errors.isEmpty();
  }

  Draft refused(List<Finding> further) {
    List<Finding> all = new ArrayList<>(errors);
    all.addAll(further);
    return new Draft(line, key, values, all, warnings);
  }
}
