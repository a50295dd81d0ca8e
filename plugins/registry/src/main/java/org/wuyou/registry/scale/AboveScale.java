package org.wuyou.registry.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.IndustryCode;
import org.wuyou.spi.value.Money;

/**
 * Whether an enterprise is on the list of above-scale industrial enterprises of a year: what the
 * statistics bureau's list says if it names the enterprise, else the rule, applied to the revenue
 * of the year before.
 *
 * @param aboveScale null if it cannot be told
 * @param reasons why, or what is missing: all of it
 */
public record AboveScale(
    int year, @Nullable Boolean aboveScale, Basis basis, List<Reason> reasons) {

  public enum Basis {
    LIST,
    RULE,
    NONE
  }

  public enum Reason {
    LISTED,
    NOT_LISTED,
    REACHED,
    BELOW_THRESHOLD,
    NOT_INDUSTRIAL,
    NOT_LEGAL_PERSON,
    REVENUE_MISSING,
    INDUSTRY_MISSING,
    LEGAL_PERSON_MISSING,
    NO_RULE_FOR_YEAR
  }

  /** What the rule looks at; null where the register holds nothing. */
  public record Facts(
      @Nullable Boolean legalPerson,
      @Nullable String industryCode,
      @Nullable Money mainBusinessRevenue,
      @Nullable Money revenue) {}

  public AboveScale {
    reasons = List.copyOf(reasons);
  }

  /** Whether it is known to be above scale. */
  public boolean holds() {
    return Boolean.TRUE.equals(aboveScale);
  }

  public static AboveScale byList(int year, boolean listed) {
    return new AboveScale(
        year, listed, Basis.LIST, List.of(listed ? Reason.LISTED : Reason.NOT_LISTED));
  }

  /** A known failure outranks a missing fact: a builder without a return is not above scale. */
  public static AboveScale byRule(int year, Facts facts) {
    Money threshold = threshold(year);
    if (threshold == null) {
      return new AboveScale(year, null, Basis.NONE, List.of(Reason.NO_RULE_FOR_YEAR));
    }
    List<Reason> failures = new ArrayList<>();
    List<Reason> missing = new ArrayList<>();
    if (facts.industryCode == null) {
      missing.add(Reason.INDUSTRY_MISSING);
    } else if (!IndustryCode.industrial(facts.industryCode)) {
      failures.add(Reason.NOT_INDUSTRIAL);
    }
    if (facts.legalPerson == null) {
      missing.add(Reason.LEGAL_PERSON_MISSING);
    } else if (!facts.legalPerson) {
      failures.add(Reason.NOT_LEGAL_PERSON);
    }
    Money revenue = facts.mainBusinessRevenue != null ? facts.mainBusinessRevenue : facts.revenue;
    if (revenue == null) {
      missing.add(Reason.REVENUE_MISSING);
    } else if (revenue.compareTo(threshold) < 0) {
      failures.add(Reason.BELOW_THRESHOLD);
    }
    if (!failures.isEmpty()) {
      return new AboveScale(year, false, Basis.RULE, failures);
    }
    return missing.isEmpty()
        ? new AboveScale(year, true, Basis.RULE, List.of(Reason.REACHED))
        : new AboveScale(year, null, Basis.NONE, missing);
  }

  /** Main-business revenue that makes an enterprise above-scale; null for years without one. */
  private static @Nullable Money threshold(int year) {
    if (year >= 2011) {
      return Money.of(BigDecimal.valueOf(2000), Money.Unit.WAN_YUAN);
    }
    return year >= 2007 ? Money.of(BigDecimal.valueOf(500), Money.Unit.WAN_YUAN) : null;
  }
}
