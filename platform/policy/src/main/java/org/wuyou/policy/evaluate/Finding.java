package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Citation;

/**
 * How one clause of a rule came out.
 *
 * @param id of the clause within its rule
 * @param name short name of what is asked
 * @param say what is asked, in a sentence
 * @param value what was found, as shown, if there is a figure
 * @param requirement what is required, as shown, if there is a figure
 * @param parameters ids of the parameters that set the requirement
 * @param missing facts to supply
 * @param shortfall what would make it hold, if it does not and that can be told in figures
 */
public record Finding(
    String id,
    Text name,
    Text say,
    State state,
    Optional<String> value,
    Optional<String> requirement,
    Citation citation,
    List<String> parameters,
    Set<String> missing,
    Optional<Shortfall> shortfall) {
  public Finding {
    parameters = List.copyOf(parameters);
    missing = Set.copyOf(missing);
  }

  /** A clause that is no comparison of figures. */
  public Finding(
      String id,
      Text name,
      Text say,
      State state,
      Optional<String> value,
      Optional<String> requirement,
      Citation citation,
      List<String> parameters,
      Set<String> missing) {
    this(id, name, say, state, value, requirement, citation, parameters, missing, Optional.empty());
  }

  public enum State {
    MET,
    NOT_MET,
    UNDETERMINED
  }
}
