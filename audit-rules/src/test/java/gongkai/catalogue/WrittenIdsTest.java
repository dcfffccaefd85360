package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.cadence.EventsReader;
import gongkai.fixtures.Cases;
import gongkai.input.Complaints;
import gongkai.input.CsvReader;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.ruling.Rulings;
import gongkai.ruling.RulingsReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Never a ruling on the wrong requirement because a spreadsheet took an id for a number. */
class WrittenIdsTest {
  private static final Catalogue CATALOGUE =
      RulesOnDisk.sound(
          CatalogueReader.read(
              "mine",
              List.of(
                  Source.of(
                      "catalogue.yaml",
                      "bureau: 局\nitems:\n"
                          + requirements(
                              Map.of(
                                  "2.1", "甲", "2.10", "乙", "2.20", "丙", "3.1", "丁", "3.1a",
                                  "戊"))))));

  private static String requirements(Map<String, String> names) {
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                "  - {id: \""
                    + e.getKey()
                    + "\", category: 类, name: "
                    + e.getValue()
                    + ", wording: 长期公开, cadence: {continuous: always}}\n")
        .collect(Collectors.joining());
  }

  static List<Map<String, String>> cases() {
    return Cases.read("written-ids.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aCellMeansWhatTheTableSays(Map<String, String> c) {
    Complaints complaints = new Complaints();
    CsvReader.Row row =
        CsvReader.read(
                Source.of("x.csv", "id\n" + c.get("cell")), List.of("id"), List.of(), complaints)
            .orElseThrow()
            .get(0);
    Optional<String> id =
        new WrittenIds(CATALOGUE, Arrays.stream((c.get("cell") + " " + c.get("others")).split(" ")))
            .read(row, "id", Message.of("events.id", ""), () -> Message.of("events.idRight"));
    Reading<String> read = complaints.orElse(id::orElseThrow);
    String means =
        read instanceof Reading.Refused<String> refused
            ? refused.complaints().get(0).what().key().equals("input.shortenedId")
                ? "ambiguous"
                : "unknown"
            : RulesOnDisk.sound(read);
    assertThat(means).isEqualTo(c.get("means"));
  }

  @Test
  void aRulingAndAnEventSayWhichTwoItMayBe() {
    Reading<Rulings> rulings =
        RulingsReader.read(
            Source.of(
                "d.csv",
                "url,requirement_1,score_1,ruling,ruled_by,ruled_on\n"
                    + "http://x/a,2.1,0.4,confirm,张三,2026-11-02\n"),
            CATALOGUE);
    assertThat(((Reading.Refused<Rulings>) rulings).complaints())
        .extracting(c -> c.message().in(Lang.ZH))
        .containsExactly(
            "d.csv:2 requirement_1：“2.1”可能是表格软件由 2.10 改写的：末尾的 0 会被去掉。请写编号和名称，如“2.1 甲”或“2.10 乙”");
    assertThat(
            EventsReader.read(
                Source.of("e.csv", "date,requirement_id,description\n2026-03-02,2.1,x\n"),
                CATALOGUE))
        .isInstanceOf(Reading.Refused.class);
  }

  /** What our own table wrote and nobody opened in a spreadsheet is taken at its word. */
  @Test
  void anUnchangedReviewTableIsTakenAtItsWord() {
    String file =
        "url,requirement_1,score_1,ruling,ruled_requirement,ruled_by,ruled_on\n"
            + "http://x/a,2.1,0.40,confirm,,张三,2026-11-02\n"
            + "http://x/b,2.1,0.40,assign,2.20,张三,2026-11-02\n";
    assertThat(RulesOnDisk.sound(RulingsReader.read(Source.of("d.csv", file), CATALOGUE)).list())
        .extracting(r -> String.join(" ", r.requirementIds()))
        .containsExactly("2.1", "2.20");
  }
}
