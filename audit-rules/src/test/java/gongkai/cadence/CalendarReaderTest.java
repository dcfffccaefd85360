package gongkai.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {
  private static Reading<WorkingCalendar> read(String users) {
    return CalendarReader.read(
        RulesOnDisk.sources("calendars"), List.of(Source.of("mine.yaml", users)));
  }

  @Test
  void aUsersFileAddsAYearAndOverridesADay() {
    WorkingCalendar calendar =
        RulesOnDisk.sound(
            read(
                """
                covers: [2027]
                notices:
                  - title: 本市安排
                    holidays:
                      - {name: 元旦, off: [2027-01-01..2027-01-03]}
                      - {name: 本地安排, off: [2026-03-02], work: [2026-05-05]}
                """));
    assertThat(calendar.covers(2027)).isTrue();
    assertThat(calendar.covers(2026)).isTrue();
    assertThat(calendar.isWorking(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(calendar.isWorking(LocalDate.of(2026, 3, 2))).isFalse();
    assertThat(calendar.isWorking(LocalDate.of(2026, 5, 5))).isTrue();
    assertThat(calendar.due(LocalDate.of(2026, 3, 1), 1).skipped())
        .extracting(WorkingCalendar.Skipped::holiday)
        .containsExactly("本地安排, 本市安排");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() {
    Reading<WorkingCalendar> reading =
        read(
            """
            covers: [27]
            notices:
              - title: 安排
                holiday: []
                date: 2026-02-30
                holidays:
                  - {name: 元旦, off: [2027-01-01, 2027-13-01]}
                  - {name: 春节, off: [2027-01-01], work: [2027-02-10..2027-02-01]}
                  - name: 清明节
            """);
    List<Complaint> complaints = ((Reading.Refused<WorkingCalendar>) reading).complaints();
    assertThat(complaints)
        .extracting(c -> c.line() + " " + c.field() + " " + c.what().key())
        .containsExactly(
            "1 covers calendar.year",
            "4 notices[1].holiday input.unknownKey",
            "5 notices[1].date input.notDate",
            "7 notices[1].holidays[1].off calendar.day",
            "8 notices[1].holidays[2].off calendar.twice",
            "8 notices[1].holidays[2].work calendar.range",
            "9 notices[1].holidays[3] calendar.noDays");
    assertThat(complaints.get(1).message().in(Lang.ZH))
        .isEqualTo("mine.yaml:4 notices[1].holiday：未知的键 holiday。是否想写 holidays？");
    complaints.forEach(c -> assertThat(c.message().in(Lang.EN)).startsWith("mine.yaml:"));
  }

  @Test
  void anEmptyFileIsNoCalendar() {
    assertThat(read("# nothing\n")).isInstanceOf(Reading.Refused.class);
  }
}
