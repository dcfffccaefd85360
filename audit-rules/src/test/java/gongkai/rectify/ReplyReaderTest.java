package gongkai.rectify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.RulesOnDisk;
import gongkai.fixtures.Fixtures;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-09-30");
  private static final String ID = "g0123456789";
  private static final Optional<Set<String>> KNOWN = Optional.of(Set.of(ID, "gabcdefabcd"));
  private static final String ZH = "问题编号,责任单位,整改情况,回复人,回复日期,裁定,裁定人,裁定日期,备注\n";

  private static Reading<List<Reply>> read(Source... files) {
    return ReplyReader.read(List.of(files), AS_OF, KNOWN);
  }

  private static List<String> complaints(String text) {
    return ((Reading.Refused<List<Reply>>) read(Source.of("r.csv", text)))
        .complaints().stream()
            .map(c -> c.file() + ":" + c.line() + " " + c.field() + " " + c.what().key())
            .toList();
  }

  @Test
  void readsWhatAChineseSpreadsheetSaves() {
    String text = ZH + ID + ",甲科,已补发,张三,2026/9/8,认可,李四,2026年9月10日,\n";
    Reply expected =
        new Reply(
            ID,
            "甲科",
            "已补发",
            "张三",
            Optional.of(LocalDate.parse("2026-09-08")),
            Optional.of(Ruling.ACCEPTED),
            "李四",
            Optional.of(LocalDate.parse("2026-09-10")),
            "",
            AS_OF);
    assertThat(RulesOnDisk.sound(read(Source.of("r.csv", text)))).containsExactly(expected);
    Source gbk = new Source("r.csv", text.getBytes(Charset.forName("GB18030")));
    assertThat(RulesOnDisk.sound(read(gbk))).containsExactly(expected);
    // the same in two files is one
    assertThat(RulesOnDisk.sound(read(gbk, Source.of("s.csv", text)))).containsExactly(expected);
  }

  @Test
  void readsEnglishHeadersInAnyOrderAndPassesOverWhatIsNotFilledIn() {
    String text =
        "reply,gap_id,ruling,title\n'=done," + ID + ",pending,x\n,g9999999999,,not filled in\n";
    assertThat(RulesOnDisk.sound(read(Source.of("r.csv", text))))
        .extracting(Reply::reply, r -> r.ruling().orElseThrow())
        .containsExactly(org.assertj.core.api.Assertions.tuple("=done", Ruling.PENDING));
  }

  @Test
  void everythingWrongIsSaidAtOnceWithLineAndField() {
    assertThat(
            complaints(
                ZH
                    + "g9999999999,甲科,已补发,,2026-02-30,好,,,\n"
                    + ",甲科,已补发,,,,,,\n"
                    + ID
                    + ",甲科,已补发,,,,,,\n"
                    + ID
                    + ",甲科,没有补发,,,,,,\n"))
        .containsExactly(
            "r.csv:2 问题编号 reply.id",
            "r.csv:2 回复日期 input.notDate",
            "r.csv:2 裁定 input.notOneOf",
            "r.csv:3 问题编号 reply.noId",
            "r.csv:5 问题编号 reply.twice");
    assertThat(complaints("编号,答复\n1,2\n")).isNotEmpty();
    assertThat(complaints("gap_id,reply,answer\n"))
        .containsExactly("r.csv:1 answer input.unknownColumn");
  }

  @Test
  void theColumnsAreTheSameInBothLanguagesAndInTheSchema() throws IOException {
    List<String> english = ReplyReader.columns(Lang.EN);
    assertThat(ReplyReader.columns(Lang.ZH)).hasSameSizeAs(english).doesNotHaveDuplicates();
    List<String> schema = new ArrayList<>();
    new ObjectMapper()
        .readTree(
            Fixtures.root()
                .resolveSibling("audit-rules/rules/schemas/replies-file.schema.json")
                .toFile())
        .at("/items/properties")
        .fieldNames()
        .forEachRemaining(schema::add);
    assertThat(schema).isEqualTo(english);
    assertThat(Arrays.stream(Ruling.values()).map(Ruling::code))
        .containsExactly("accepted", "rejected", "pending");
  }
}
