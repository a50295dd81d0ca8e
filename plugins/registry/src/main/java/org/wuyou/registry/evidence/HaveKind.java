package org.wuyou.registry.evidence;

import java.util.List;
import org.wuyou.spi.model.Label;

/** What an enterprise or an institution is to have; {@code todo} says what to do where it is not in place. */
public enum HaveKind {
  INSTITUTION(
      "登记一个自建或共建、年末仍存续的研发机构。",
      "Register an R&D institution, own or joint, that exists at the end of the year."),
  PROJECT(
      "登记一个当年在研的研发项目，或在年度报表中填报研发项目数。",
      "Register an R&D project active in the year, or report the number of projects in the return."),
  ACCOUNT(
      "设立研发支出辅助账并经核查合规，登记当年的研发账户。",
      "Set up a compliant auxiliary ledger of R&D spending and register the account of the year."),
  FUNDS(
      "开展研发活动并在年度报表中填报大于零的研发经费。",
      "Carry out R&D and report R&D expenditure above zero in the return."),
  PERSONNEL(
      "配备研发人员并填报人数，至少一人。", "Have R&D personnel and report their number, at least one."),
  FACILITIES(
      "登记研发机构的场所和仪器设备原值。",
      "Register the premises of the institution and the value of its equipment."),
  DIRECTION("登记研发机构的研发方向，至少一个。", "Register at least one research direction of the institution.");

  /** The five haves of an enterprise's R&amp;D activity. */
  public static final List<HaveKind> FIVE_HAVES =
      List.of(INSTITUTION, PROJECT, ACCOUNT, FUNDS, PERSONNEL);

  /** The five conditions of an R&amp;D institution. */
  public static final List<HaveKind> FIVE_CONDITIONS =
      List.of(PERSONNEL, FUNDS, FACILITIES, DIRECTION, PROJECT);

  private final String zh;
  private final String en;

  HaveKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Label todo() {
    return new Label(zh, en);
  }
}
