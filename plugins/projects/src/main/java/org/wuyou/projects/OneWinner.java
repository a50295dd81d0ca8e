package org.wuyou.projects;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** A challenge has one winner: a second bid cannot be chosen while another stands. */
final class OneWinner implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    if (values.get("chosenOn") == null) {
      return List.of();
    }
    return RowCheck.referred("Challenge", values.get("challenge"), before).stream()
        .flatMap(challenge -> challenge.related("bids").stream())
        .filter(bid -> bid.date("chosenOn") != null)
        .filter(bid -> !Objects.equals(bid.text("bidder"), values.get("bidder")))
        .limit(1)
        .map(OneWinner::taken)
        .toList();
  }

  private static Fault taken(Row winner) {
    String bidder = String.valueOf(winner.text("bidder"));
    return new Fault(
        Severity.ERROR,
        "CHALLENGE_HAS_A_WINNER",
        "chosenOn",
        new Label(
            "该榜题已由“" + bidder + "”中榜；如要改选，请先清除其中榜日期。",
            "The challenge was won by \""
                + bidder
                + "\"; to choose another, clear that bid's date first."));
  }
}
