package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;

/**
 * A group, office or government that carries the document out.
 *
 * @param under the body above it
 * @param at the department that houses it
 * @param each whether there is one in every part of the region
 * @param members departments that belong to it
 */
public record Body(
    Head head,
    Kind kind,
    Level level,
    Optional<String> under,
    Optional<String> at,
    boolean each,
    List<String> members,
    List<Role> roles) {
  /** What sort of body it is. */
  public enum Kind {
    LEADING_GROUP,
    OFFICE,
    PROMOTION_GROUP,
    JOINT_MEETING,
    ASSESSMENT_GROUP,
    WORK_GROUP,
    COMMITTEE,
    GOVERNMENT,
    DEPARTMENT
  }

  /** At which level of administration it stands. */
  public enum Level {
    PROVINCE,
    CITY,
    COUNTY,
    ZONE,
    ENTERPRISE
  }

  /** A part in the body, and who takes it. */
  public record Role(String id, Text name, Text holder) {}

  public Body {
    members = List.copyOf(members);
    roles = List.copyOf(roles);
  }

  public String id() {
    return head.id();
  }
}
