package org.wuyou.gateway.files.load;

import java.util.Map;
import java.util.Optional;
import org.wuyou.spi.Caller;

/**
 * What is asked of an import.
 *
 * @param commit whether rows are taken; otherwise the report alone is wanted
 * @param atomic whether one bad row refuses them all
 * @param emptyClears whether an empty cell clears the value of an existing row; otherwise it is
 *     kept
 * @param mapping name of the declared mapping that turns the file's layout into the entity's rows
 * @param parameters what the mapping is told beside the file, such as {@code year}
 */
public record ImportRequest(
    String entity,
    Caller caller,
    boolean commit,
    boolean atomic,
    boolean emptyClears,
    Optional<String> mapping,
    Map<String, String> parameters) {
  public ImportRequest {
    parameters = Map.copyOf(parameters);
  }

  public static ImportRequest preview(String entity, Caller caller) {
    return new ImportRequest(entity, caller, false, false, false, Optional.empty(), Map.of());
  }

  public static ImportRequest commit(String entity, Caller caller) {
    return new ImportRequest(entity, caller, true, false, false, Optional.empty(), Map.of());
  }

  public ImportRequest atomically() {
    return new ImportRequest(entity, caller, commit, true, emptyClears, mapping, parameters);
  }

  public ImportRequest clearing() {
    return new ImportRequest(entity, caller, commit, atomic, true, mapping, parameters);
  }

  public ImportRequest mapped(String name, Map<String, String> told) {
    return new ImportRequest(entity, caller, commit, atomic, emptyClears, Optional.of(name), told);
  }
}
