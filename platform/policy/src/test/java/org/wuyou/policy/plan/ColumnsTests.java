package org.wuyou.policy.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.MapSubject;

@DisplayName("Columns of subjects")
class ColumnsTests {
  private static final FactType NUMBER = new FactType.Number(Unit.Dimension.ANY);

  private static MapSubject firm(String name) {
    return new MapSubject("Firm", name);
  }

  private static MapSubject yearly(String name, int year) {
    return new MapSubject("Return", name).with("year", BigDecimal.valueOf(year));
  }

  private static SubjectColumns of(String fact, @Nullable Object... values) {
    List<MapSubject> firms = new ArrayList<>();
    for (Object value : values) {
      MapSubject firm = firm("firm" + firms.size());
      firms.add(value == null ? firm : firm.with(fact, value));
    }
    return SubjectColumns.of(firms);
  }

  private static Column.Numbers numbers(@Nullable String... values) {
    @Nullable Object[] all =
        Arrays.stream(values).map(v -> v == null ? null : new BigDecimal(v)).toArray();
    return (Column.Numbers) of("n", all).column("n", NUMBER);
  }

  @Test
  void keep_amounts_whole_at_the_finest_of_their_scales() {
    Column.Numbers numbers = numbers("1.5", "-2", "0.25", "300");
    assertArrayEquals(new double[] {150, -200, 25, 30000}, numbers.values());
    assertEquals(2, numbers.scale());
    assertTrue(numbers.whole());
    assertNull(numbers.missing());
    assertEquals(0, numbers("1E+3", "7.00").scale());
  }

  @Test
  void round_what_has_more_than_eight_decimals() {
    Column.Numbers eight = numbers("0.12345678");
    assertEquals(8, eight.scale());
    assertTrue(eight.whole());
    assertArrayEquals(new double[] {12345678}, eight.values());
    Column.Numbers nine = numbers("0.123456789", "1");
    assertEquals(8, nine.scale());
    assertFalse(nine.whole());
    assertArrayEquals(new double[] {12345678.9, 100000000}, nine.values());
  }

  @Test
  void tell_which_rows_miss_the_fact() {
    Column.Numbers numbers = numbers("1", null, "2");
    assertArrayEquals(new boolean[] {false, true, false}, numbers.missing());
    assertArrayEquals(new double[] {1, 0, 2}, numbers.values());
    assertEquals(0, numbers(null, null).scale());
  }

  @Test
  void keep_days_as_days_since_1970() {
    Column.Numbers days =
        (Column.Numbers)
            of("d", LocalDate.of(1970, 1, 2), null, LocalDate.of(1969, 12, 31))
                .column("d", new FactType.Day());
    assertArrayEquals(new double[] {1, 0, -1}, days.values());
    assertArrayEquals(new boolean[] {false, true, false}, days.missing());
    assertEquals(0, days.scale());
    assertTrue(days.whole());
  }

  @Test
  void keep_truths() {
    Column.Truths truths =
        (Column.Truths) of("b", true, null, false).column("b", new FactType.Truth());
    assertArrayEquals(new boolean[] {true, false, false}, truths.values());
    assertArrayEquals(new boolean[] {false, true, false}, truths.missing());
  }

  @Test
  void keep_each_text_once() {
    Column.Texts texts =
        (Column.Texts) of("s", "B", "A", null, "B").column("s", new FactType.Text());
    assertArrayEquals(new int[] {1, 2, 0, 1}, texts.codes());
    assertEquals(List.of("", "B", "A"), texts.dictionary());
    assertArrayEquals(new boolean[] {false, false, true, false}, texts.missing());
    assertEquals(
        List.of("", "X"),
        ((Column.Texts) of("c", "X").column("c", new FactType.Choice("Kind"))).dictionary());
  }

  static List<FactType> withoutColumns() {
    return List.of(
        new FactType.Texts(),
        new FactType.Moment(),
        new FactType.One("Firm"),
        new FactType.Many("Firm"));
  }

  @ParameterizedTest
  @MethodSource("withoutColumns")
  void have_none_of_what_is_no_single_value(FactType type) {
    SubjectColumns columns = of("x", "A");
    assertThrows(IllegalArgumentException.class, () -> columns.column("x", type));
  }

  @Test
  void are_gathered_once() {
    SubjectColumns columns = of("n", BigDecimal.ONE);
    assertSame(columns.column("n", NUMBER), columns.column("n", NUMBER));
    assertSame(columns.one("owner"), columns.one("owner"));
    assertSame(columns.many("returns"), columns.many("returns"));
    assertSame(columns.at("returns", 2021), columns.at("returns", 2021));
  }

  @Test
  void lead_to_the_subjects_that_theirs_refer_to() {
    MapSubject owner = new MapSubject("Owner", "乙").with("n", BigDecimal.TEN);
    Columns owners =
        SubjectColumns.of(List.of(firm("甲").with("owner", owner), firm("丙"))).one("owner");
    assertEquals(2, owners.size());
    assertEquals(owner, owners.subject(0));
    assertThrows(NullPointerException.class, () -> owners.subject(1));
    assertArrayEquals(new boolean[] {false, true}, owners.absent());
    Column.Numbers sizes = (Column.Numbers) owners.column("n", NUMBER);
    assertArrayEquals(new boolean[] {false, true}, sizes.missing());
    Columns further = owners.one("owner");
    assertArrayEquals(new boolean[] {true, true}, further.absent());
    assertEquals(0, owners.many("returns").columns().size());
    assertArrayEquals(new boolean[] {true, true}, owners.at("returns", 2021).absent());
  }

  private static final SubjectColumns WITH_RETURNS =
      SubjectColumns.of(
          List.of(
              firm("甲").with("returns", List.of(yearly("a", 2020), yearly("b", 2021))),
              firm("乙"),
              firm("丙").with("returns", List.of(yearly("c", 2021)))));

  @Test
  void lead_to_the_one_of_many_of_a_year() {
    Columns of2021 = WITH_RETURNS.at("returns", 2021);
    assertEquals("b", of2021.subject(0).name());
    assertEquals("c", of2021.subject(2).name());
    assertArrayEquals(new boolean[] {false, true, false}, of2021.absent());
    Columns of2020 = WITH_RETURNS.at("returns", 2020);
    assertEquals("a", of2020.subject(0).name());
    assertArrayEquals(new boolean[] {false, true, true}, of2020.absent());
  }

  @Test
  void lead_to_all_that_belong_to_each_row() {
    Columns.Members members = WITH_RETURNS.many("returns");
    assertArrayEquals(new int[] {0, 0, 2}, members.owner());
    assertEquals(3, members.columns().size());
    assertEquals("c", members.columns().subject(2).name());
    assertNull(members.columns().absent());
  }

  @Test
  void are_seen_from_members_as_often_as_there_are_members() {
    MapSubject owner = new MapSubject("Owner", "主").with("size", BigDecimal.TEN);
    SubjectColumns rows =
        SubjectColumns.of(
            List.of(
                firm("甲").with("n", new BigDecimal("1.5")).with("s", "A").with("b", true),
                firm("乙").with("owner", owner).with("returns", List.of(yearly("r", 2021)))));
    Repeated repeated = new Repeated(rows, new int[] {1, 0, 1});
    assertEquals(3, repeated.size());
    assertEquals("乙", repeated.subject(0).name());
    assertEquals("甲", repeated.subject(1).name());
    assertNull(repeated.absent());
    Column.Numbers numbers = (Column.Numbers) repeated.column("n", NUMBER);
    assertArrayEquals(new double[] {0, 15, 0}, numbers.values());
    assertArrayEquals(new boolean[] {true, false, true}, numbers.missing());
    assertEquals(1, numbers.scale());
    Column.Texts texts = (Column.Texts) repeated.column("s", new FactType.Text());
    assertArrayEquals(new int[] {0, 1, 0}, texts.codes());
    assertArrayEquals(new boolean[] {true, false, true}, texts.missing());
    Column.Truths truths = (Column.Truths) repeated.column("b", new FactType.Truth());
    assertArrayEquals(new boolean[] {false, true, false}, truths.values());
    assertArrayEquals(new boolean[] {true, false, true}, truths.missing());
    assertArrayEquals(new boolean[] {false, true, false}, repeated.one("owner").absent());
    assertEquals(owner, repeated.one("owner").subject(2));
    assertArrayEquals(new boolean[] {false, true, false}, repeated.at("returns", 2021).absent());
    assertEquals("r", repeated.at("returns", 2021).subject(0).name());
    assertThrows(Unplannable.class, () -> repeated.many("returns"));
  }

  private final Names names = new Names();

  @Test
  void name_what_is_missing_by_one_bit_each() {
    assertEquals(1, names.mask("a"));
    assertEquals(2, names.mask("b"));
    assertEquals(1, names.mask("a"));
    assertEquals(3, names.mask(java.util.Set.of("a", "b")));
    assertEquals(java.util.Set.of("a", "b"), names.of(3));
    assertEquals(java.util.Set.of("b"), names.of(2));
    assertEquals(java.util.Set.of(), names.of(0));
  }

  @Test
  void share_the_last_bit_among_what_comes_after_the_sixty_third() {
    for (int i = 0; i < 63; i++) {
      assertEquals(1L << i, names.mask("fact" + i));
    }
    assertEquals(Names.OTHERS, names.mask("fact63"));
    assertEquals(Names.OTHERS, names.mask("fact64"));
    assertEquals(1L << 62, names.mask("fact62"));
    assertEquals(java.util.Set.of("fact0"), names.of(Names.OTHERS | 1));
  }

  @Test
  void keep_what_a_row_misses_as_a_place_among_masks() {
    Column column = new Column.Truths(new boolean[4], null);
    assertNull(Leaf.of(column, new long[4]).states());
    Leaf leaf = Leaf.of(column, new long[] {0, 6, 1, 6});
    assertArrayEquals(new byte[] {0, 1, 2, 1}, leaf.states());
    assertArrayEquals(new long[] {0, 6, 1}, Arrays.copyOf(leaf.masks(), 3));
  }

  @Test
  void tell_no_more_than_254_sets_of_missing_facts_apart() {
    long[] missing = new long[257];
    for (int row = 0; row < missing.length; row++) {
      missing[row] = row + 1;
    }
    Leaf leaf = Leaf.of(new Column.Truths(new boolean[257], null), missing);
    byte[] states = java.util.Objects.requireNonNull(leaf.states());
    assertEquals(254, leaf.masks()[states[253] & 0xFF]);
    assertEquals(Names.OTHERS, leaf.masks()[states[254] & 0xFF]);
    assertEquals(Names.OTHERS, leaf.masks()[states[256] & 0xFF]);
  }

  @Test
  void of_related_subjects_miss_first_what_leads_to_them() {
    MapSubject owner = new MapSubject("Owner", "乙");
    MapSubject sized = new MapSubject("Owner", "丁").with("size", BigDecimal.TEN);
    View self =
        View.of(
            SubjectColumns.of(
                List.of(firm("甲").with("owner", owner), firm("丙"), firm("戊").with("owner", sized))),
            names);
    assertTrue(self.complete());
    assertNull(self.presence().states());
    View owners = self.one("owner", "owner");
    assertFalse(owners.complete());
    assertSame(owners, self.one("owner", "owner"));
    Leaf size = owners.leaf("size", NUMBER, "owner.size");
    byte[] states = java.util.Objects.requireNonNull(size.states());
    assertEquals(java.util.Set.of("owner.size"), names.of(size.masks()[states[0]]));
    assertEquals(java.util.Set.of("owner"), names.of(size.masks()[states[1]]));
    assertEquals(0, states[2]);
    assertSame(size, owners.leaf("size", NUMBER, "owner.size"));
    View repeated = owners.repeated(new int[] {1, 2});
    assertArrayEquals(new byte[] {1, 0}, repeated.presence().states());
    assertArrayEquals(
        new boolean[] {true, true}, ((Column.Truths) repeated.presence().column()).values());
    assertTrue(self.repeated(new int[] {1, 1, 1}).complete());
    assertEquals(3, self.repeated(new int[] {1, 1, 1}).columns().size());
  }
}
