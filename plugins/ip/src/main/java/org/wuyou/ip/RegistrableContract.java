package org.wuyou.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.value.Money;

/**
 * An oral contract is not taken; a registered one has its decision, its day and its certificate.
 */
final class RegistrableContract implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    List<Fault> faults = new ArrayList<>();
    if ("ORAL".equals(values.get("form"))) {
      faults.add(
          fault(
              "REFUSED_ORAL",
              "form",
              "口头合同不予登记；请订立书面合同后再申请。",
              "An oral contract is not registered; put it in writing and apply anew."));
    }
    boolean registered = "REGISTERED".equals(values.get("decision"));
    if (registered != (values.get("certificateNumber") != null)) {
      faults.add(
          fault(
              "CERTIFICATE_MISMATCH",
              "certificateNumber",
              "予以登记的合同须有登记证明编号，其他的不得有；请核对决定与编号。",
              "A registered contract has the number of its certificate, and no other has one; check"
                  + " decision and number."));
    }
    decision(values, faults);
    amounts(values, faults);
    if (Boolean.TRUE.equals(values.get("vatExempt")) && !registered) {
      faults.add(
          fault(
              "EXEMPT_UNREGISTERED",
              "vatExempt",
              "只有登记的合同才能享受增值税免税；请先登记。",
              "Only a registered contract is exempt from VAT; register it first."));
    }
    return faults;
  }

  private static void decision(Map<String, @Nullable Object> values, List<Fault> faults) {
    boolean decided = values.get("decidedOn") != null;
    if (decided != (values.get("decision") != null)) {
      faults.add(
          fault(
              "DECISION_INCOMPLETE",
              decided ? "decision" : "decidedOn",
              "决定与决定日期须同时填写。",
              "A decision and its day are given together."));
    } else if (decided && values.get("acceptedOn") == null) {
      faults.add(
          fault(
              "DECIDED_WITHOUT_ACCEPTANCE",
              "acceptedOn",
              "有决定的合同须有受理日期，期限自受理之日起算。",
              "A contract that was decided was accepted on a day, from which the term runs; give"
                  + " it."));
    }
  }

  private static void amounts(Map<String, @Nullable Object> values, List<Fault> faults) {
    Money amount = (Money) Objects.requireNonNull(values.get("amount"));
    Money technical = (Money) values.get("technicalAmount");
    if (technical != null && technical.compareTo(amount) > 0) {
      faults.add(
          fault(
              "TECHNICAL_ABOVE_TOTAL",
              "technicalAmount",
              "技术交易额不得大于合同成交额；请核对。",
              "The technical amount is no more than the contract amount; check both."));
    }
  }

  private static Fault fault(String code, String field, String zh, String en) {
    return new Fault(Severity.ERROR, code, field, new Label(zh, en));
  }
}
