package gongkai.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.KnownChange;
import gongkai.RulesOnDisk;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsReaderTest {
  private static final Catalogue CATALOGUE = RulesOnDisk.catalogue("liaocheng-hrss");

  private static Reading<List<KnownChange>> read(String text) {
    return EventsReader.read(Source.of("events.csv", text), CATALOGUE);
  }

  private static List<String> complaints(Reading<List<KnownChange>> reading) {
    return ((Reading.Refused<List<KnownChange>>) reading)
        .complaints().stream().map(c -> c.line() + " " + c.field() + " " + c.what().key()).toList();
  }

  @Test
  void readsAFileWithMarkQuotesAndEmptyCells() {
    String text =
        "\uFEFFdate,requirement_id,description,within\r\n"
            + "2026-03-02,1.2,\"张三任局长,\"\"一\"\"\r\n二\",\r\n"
            + "\r\n"
            + "2026-04-01,11.1,'=批复,20d\r\n";
    assertThat(RulesOnDisk.sound(read(text)))
        .containsExactly(
            new KnownChange(
                LocalDate.of(2026, 3, 2), "1.2", "张三任局长,\"一\"\r\n二", new Days(20, true)),
            new KnownChange(LocalDate.of(2026, 4, 1), "11.1", "=批复", new Days(20, false)));
  }

  @Test
  void theLastColumnMayBeMissingAndTheOrderIsFree() {
    assertThat(RulesOnDisk.sound(read("description,date,requirement_id\nx,2026-03-02,2.2c")))
        .containsExactly(
            new KnownChange(LocalDate.of(2026, 3, 2), "2.2c", "x", new Days(20, true)));
    assertThat(RulesOnDisk.sound(read("date,requirement_id,description\n"))).isEmpty();
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() {
    assertThat(
            complaints(
                read(
                    "date,requirement_id,description,within\n"
                        + "2026-02-30,1.2,\"two\nlines\",\n"
                        + "2026-03-02,9.9,x,20w\n"
                        + ",1.1,x,20d,more\n")))
        .containsExactly(
            "2 date input.notDate",
            "4 requirement_id events.id",
            "4 within events.days",
            "5  input.manyCells",
            "5 date events.noDate");
  }

  @Test
  void theHeaderIsRequired() {
    assertThat(complaints(read("2026-02-20,1.2,x\n")))
        .contains("1  input.noColumn", "1 2026-02-20 input.unknownColumn");
    assertThat(complaints(read("date,requirement_id,description,date,whithin\n")))
        .containsExactly("1 date input.columnTwice", "1 whithin input.unknownColumn");
    assertThat(complaints(read(""))).containsExactly("0  input.noHeader");
    assertThat(complaints(read("date,requirement_id,description\n2026-02-20,1.2,\"x\n")))
        .containsExactly("2  input.openQuote");
  }

  @Test
  void anotherEncodingIsRefusedAndSaid() {
    byte[] bytes =
        "date,requirement_id,description\n2026-02-20,1.2,任职".getBytes(Charset.forName("GBK"));
    assertThat(complaints(EventsReader.read(new Source("events.csv", bytes), CATALOGUE)))
        .containsExactly("0  input.utf8");
  }
}
