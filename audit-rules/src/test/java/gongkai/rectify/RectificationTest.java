package gongkai.rectify;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.MadeAudit;
import gongkai.RulesOnDisk;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.compare.Standing;
import gongkai.fixtures.Cases;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What offices are asked for, and what became of it. */
class RectificationTest {
  private static final WorkingCalendar CALENDAR = RulesOnDisk.calendar();
  private static final LocalDate THEN = LocalDate.parse("2026-08-31");
  private static final String MISSING = "MISSING p=2026-06 d=2026-08-14";

  private static Catalogue catalogue(String cadence) {
    return MadeAudit.catalogue(
        "  - {id: r, name: 要求, wording: x, offices: [甲科], cadence: {%s}}".formatted(cadence),
        "  - {id: s, name: 文件, wording: x, cadence: {continuous: always}}");
  }

  private static Rectification asked(
      AuditResult audit, Optional<Earlier> earlier, Reply... replies) {
    return Rectification.of(
        audit, CALENDAR, Optional.of(Rectification.WITHIN), earlier, List.of(replies));
  }

  private static Earlier earlier(AuditResult audit, Rectification of) {
    return new Earlier(Standing.of(audit), of.notices(), of.replies());
  }

  static Stream<Map<String, String>> cases() {
    return Cases.read("rectify.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCase(Map<String, String> c) {
    Catalogue catalogue = catalogue(c.get("cadence"));
    AuditResult first = new MadeAudit(catalogue, THEN).finds("r", c.get("earlier")).audit();
    Rectification notices = asked(first, Optional.empty());
    assertThat(notices.order().orElseThrow().by()).isEqualTo("2026-09-14");
    assertThat(notices.notices().stream().mapToInt(n -> n.asked().size()).sum())
        .as(c.get("name"))
        .isEqualTo(Integer.parseInt(c.get("asked")));
    assertThat(notices.notices().stream().mapToInt(n -> n.toCheck().size()).sum())
        .as(c.get("name"))
        .isEqualTo(Integer.parseInt(c.get("checks")));

    MadeAudit made =
        new MadeAudit(catalogue, LocalDate.parse(c.get("asof"))).finds("r", c.get("later"));
    Arrays.stream(c.get("pages").split(" "))
        .filter(d -> !d.isEmpty())
        .forEach(day -> made.page("r", day));
    Earlier earlier = earlier(first, notices);
    AuditResult second = made.audit().since(earlier.standing());
    List<Outcome> outcomes = asked(second, Optional.of(earlier)).outcomes();
    assertThat(outcomes.stream().map(o -> o.kind().code()).collect(Collectors.joining(" ")))
        .as(c.get("name"))
        .isEqualTo(c.get("outcome"));
    assertThat(
            outcomes.stream()
                .flatMap(o -> o.done().stream())
                .map(LocalDate::toString)
                .collect(Collectors.joining(" ")))
        .as(c.get("name"))
        .isEqualTo(c.get("done"));
  }

  @ParameterizedTest
  @CsvSource({
    // Mid-Autumn and National Day between them; weekends do not count
    "2026-09-24, 10wd, 2026-10-15, false",
    "2026-08-31, 14d, 2026-09-14, false",
    // the notice for 2027 is not out: from weekends alone, and said to be so
    "2026-12-25, 10wd, 2027-01-08, true",
    // calendar days need no calendar
    "2026-12-25, 14d, 2027-01-08, false"
  })
  void theLastDayIsCountedByTheCalendar(
      LocalDate asOf, String within, LocalDate by, boolean provisional) {
    AuditResult audit = new MadeAudit(catalogue("every: month"), asOf).finds("r", MISSING).audit();
    Rectification.Order order =
        Rectification.of(audit, CALENDAR, Days.parse(within), Optional.empty(), List.of())
            .order()
            .orElseThrow();
    assertThat(order.by()).isEqualTo(by);
    assertThat(order.provisional()).isEqualTo(provisional);
  }

  @Test
  void aProvisionalDayProvesNothing() {
    Catalogue catalogue = catalogue("every: month");
    LocalDate winter = LocalDate.parse("2026-12-25");
    AuditResult first = new MadeAudit(catalogue, winter).finds("r", "MISSING p=2026-09").audit();
    Earlier earlier = earlier(first, asked(first, Optional.empty()));
    AuditResult second =
        new MadeAudit(catalogue, LocalDate.parse("2027-01-31"))
            .finds("r", "MISSING p=2026-09")
            .audit()
            .since(earlier.standing());
    assertThat(asked(second, Optional.of(earlier)).outcomes())
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.UNKNOWN);
  }

  @Test
  void askingAgainGivesTimeOnlyWhenItHasRunOut() {
    Catalogue catalogue = catalogue("every: month");
    AuditResult first = new MadeAudit(catalogue, THEN).finds("r", MISSING).audit();
    Earlier earlier = earlier(first, asked(first, Optional.empty()));
    Asked soon = again(catalogue, earlier, "2026-09-10");
    assertThat(soon.by()).isEqualTo("2026-09-14");
    assertThat(soon.first()).isEqualTo(THEN);
    Asked later = again(catalogue, earlier, "2026-09-30");
    assertThat(later.by()).isEqualTo("2026-10-20");
    assertThat(later.first()).isEqualTo(THEN);
  }

  private static Asked again(Catalogue catalogue, Earlier earlier, String asOf) {
    AuditResult audit =
        new MadeAudit(catalogue, LocalDate.parse(asOf))
            .finds("r", MISSING)
            .audit()
            .since(earlier.standing());
    return asked(audit, Optional.of(earlier)).notices().get(0).asked().get(0);
  }

  @Test
  void everyOfficeGetsWhatConcernsItAndNothingElse() {
    Catalogue catalogue =
        MadeAudit.catalogue(
            "  - {id: a, name: a, wording: x, cadence: {every: year},"
                + " offices: {lead: [甲科, 乙科], support: [所有科室、单位]}}",
            "  - {id: b, name: b, wording: x, cadence: {every: year},"
                + " offices: {lead: [丙科], support: [甲科]}}",
            "  - {id: c, name: c, wording: x, cadence: {every: year}}",
            "  - {id: d, name: d, wording: x, cadence: {every: year}, offices: [丁科]}");
    MadeAudit made = new MadeAudit(catalogue, THEN);
    for (String id : List.of("a", "b", "c")) {
      made.finds(id, "MISSING p=2025");
    }
    Rectification r = asked(made.finds("d", "COMPLIANT p=2025").audit(), Optional.empty());
    assertThat(r.notices())
        .extracting(
            n ->
                n.number()
                    + " "
                    + n.office()
                    + " "
                    + n.asked(Role.LEAD).size()
                    + n.asked(Role.SUPPORT).size())
        .containsExactly("1 甲科 11", "2 乙科 10", "3 所有科室、单位 01", "4 丙科 10", "6  10");
  }

  @ParameterizedTest
  @CsvSource({
    "所有科室、单位, true",
    "所有业务科室、单位, true",
    "各科室、单位, true",
    "各相关科室, true",
    "局机关各科室, true",
    "全局各单位, true",
    "机关各处室, true",
    "政策法规科, false",
    "局办公室, false",
    "就业促进科等科室、单位, false",
    "综合科, false"
  })
  void namesThatStandForEverybody(String office, boolean everybody) {
    assertThat(OfficeNotice.everybody(office)).isEqualTo(everybody);
  }

  @Test
  void aReplyGoesWithItsGapAndChangesNoVerdict() {
    Catalogue catalogue = catalogue("every: month");
    AuditResult first = new MadeAudit(catalogue, THEN).finds("r", MISSING).audit();
    String id = Rectification.ids(first).all().iterator().next();
    Reply reply = reply(id, "正在补发", Optional.empty(), THEN);
    Rectification before = asked(first, Optional.empty(), reply);
    assertThat(before.replies(id)).containsExactly(reply);
    assertThat(before.notices()).isEqualTo(asked(first, Optional.empty()).notices());

    // the baseline alone carries it, also to the gap that became a lateness
    Earlier earlier = earlier(first, before);
    AuditResult second =
        new MadeAudit(catalogue, LocalDate.parse("2026-09-30"))
            .finds("r", "LATE p=2026-06 d=2026-08-14 pub=2026-09-10 u=a")
            .audit()
            .since(earlier.standing());
    String now = Rectification.ids(second).all().iterator().next();
    assertThat(asked(second, Optional.of(earlier)).replies(now)).hasSize(1);

    // a ruling given later joins it; other words lose the ruling on the first ones
    Reply ruled = reply(id, "", Optional.of(Ruling.REJECTED), LocalDate.parse("2026-09-30"));
    Reply both = asked(second, Optional.of(earlier), ruled).replies(now).get(0);
    assertThat(both.reply()).isEqualTo("正在补发");
    assertThat(both.ruling()).contains(Ruling.REJECTED);
    assertThat(both.given()).isEqualTo(THEN);
    Reply other = reply(id, "已补发", Optional.empty(), LocalDate.parse("2026-10-31"));
    assertThat(other.over(both).ruling()).isEmpty();
  }

  @Test
  void aReplyToACuredGapIsKept() {
    Catalogue catalogue = catalogue("every: month");
    AuditResult first = new MadeAudit(catalogue, THEN).finds("r", MISSING).audit();
    String id = Rectification.ids(first).all().iterator().next();
    Earlier earlier =
        earlier(first, asked(first, Optional.empty(), reply(id, "已补发", Optional.empty(), THEN)));
    AuditResult second =
        new MadeAudit(catalogue, LocalDate.parse("2026-09-30"))
            .finds("r", "COMPLIANT p=2026-06 d=2026-08-14 pub=2026-08-01 u=a")
            .audit()
            .since(earlier.standing());
    assertThat(asked(second, Optional.of(earlier)).replies(id)).hasSize(1);
    assertThat(Rectification.known(second, Optional.of(earlier))).contains(id);
  }

  private static Reply reply(String id, String words, Optional<Ruling> ruling, LocalDate given) {
    return new Reply(
        id, "甲科", words, "", Optional.empty(), ruling, "", Optional.empty(), "", given);
  }
}
