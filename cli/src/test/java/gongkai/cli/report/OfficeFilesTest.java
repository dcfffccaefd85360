package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.AuditResult;
import gongkai.cli.FailOn;
import gongkai.cli.RuleFiles;
import gongkai.input.Source;
import gongkai.message.Lang;
import gongkai.rectify.Earlier;
import gongkai.rectify.Rectification;
import gongkai.rectify.Reply;
import gongkai.rectify.ReplyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the folder of the offices. */
class OfficeFilesTest {
  private static final AuditResult AUDIT = SampleOffices.audit();

  @TempDir private Path folder;

  private static Map<String, byte[]> files(Lang lang, ReportFormat... formats) {
    return OfficeFiles.of(
        List.of(formats), new ReportInput(AUDIT, FailOn.VIOLATION, lang, "0.0.0"));
  }

  private static Document page(String name) {
    Map<String, byte[]> files = files(Lang.ZH, ReportFormat.HTML);
    return Jsoup.parse(new String(files.get(name), StandardCharsets.UTF_8));
  }

  @Test
  void aPageAndATablePerOfficeAndOneTableOfAll() {
    assertThat(files(Lang.ZH, ReportFormat.HTML, ReportFormat.CSV).keySet())
        .containsExactlyInAnyOrder(
            "offices/index.html",
            "offices/03-政策法规科.html",
            "offices/02-各科室、单位.html",
            "offices/01-局办公室.html",
            "offices/03-政策法规科.csv",
            "offices/02-各科室、单位.csv",
            "offices/01-局办公室.csv",
            "offices/replies.csv");
    assertThat(files(Lang.ZH, ReportFormat.CSV)).hasSize(4);
    assertThat(files(Lang.ZH, ReportFormat.JSON)).isEmpty();
    assertThat(files(Lang.ZH, ReportFormat.HTML)).hasSize(4);
  }

  @Test
  void noNoticesNoFiles() {
    ReportInput plain = new ReportInput(SampleAudit.compared(), FailOn.VIOLATION, Lang.ZH, "0.0.0");
    assertThat(OfficeFiles.of(List.of(ReportFormat.values()), plain)).isEmpty();
  }

  @Test
  void aNoticeAsksLeadsHelpsAndChecksApart() {
    Document lead = page("offices/03-政策法规科.html");
    assertThat(lead.select("h1").text()).isEqualTo("整改通知");
    assertThat(lead.select("header").text()).contains("2026-10-31-03", "2026年11月13日");
    assertThat(lead.select("h2").eachText()).anyMatch(h -> h.startsWith("牵头整改"));
    assertThat(lead.select("h2").eachText()).anyMatch(h -> h.startsWith("待核查"));
    assertThat(lead.select("section.sign")).hasSize(1);
    // a place for the reply with what is asked for, none with what is to be checked
    assertThat(lead.select("section[aria-labelledby=h-lead] .boxes")).isNotEmpty();
    assertThat(lead.select("section[aria-labelledby=h-check] .boxes")).isEmpty();
    assertThat(lead.select("section[aria-labelledby=h-outcomes] tbody tr")).isNotEmpty();
    Document all = page("offices/02-各科室、单位.html");
    assertThat(all.select("h2").eachText()).anyMatch(h -> h.startsWith("配合整改"));
    assertThat(all.select("h2").eachText()).noneMatch(h -> h.startsWith("牵头整改"));
    // a lateness that was stated before is in no notice
    assertThat(lead.select("section[aria-labelledby=h-lead] .quiet").text()).doesNotContain("历史逾期");
  }

  @Test
  void everyLinkOfTheIndexLeadsToAFile() {
    Map<String, byte[]> files = files(Lang.ZH, ReportFormat.HTML);
    List<String> links =
        new ArrayList<>(page(OfficeFiles.INDEX).select("table.notices a").eachAttr("href"));
    assertThat(links).hasSize(3);
    for (String link : links) {
      String name = java.net.URLDecoder.decode(link, StandardCharsets.UTF_8);
      assertThat(files).containsKey("offices/" + name);
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatIsWrittenIsReadBack(Lang lang) {
    byte[] table = files(lang, ReportFormat.CSV).get("offices/replies.csv");
    List<Reply> read =
        RuleFiles.sound(
            ReplyReader.read(
                List.of(new Source("replies.csv", table)),
                AUDIT.asOf(),
                Optional.of(Rectification.known(AUDIT, Optional.empty()))));
    assertThat(read).hasSize(1);
    Reply given = AUDIT.rectification().replies().get(0);
    assertThat(read.get(0).gapId()).isEqualTo(given.gapId());
    assertThat(read.get(0).ruling()).isEqualTo(given.ruling());
    assertThat(read.get(0).repliedOn()).isEqualTo(given.repliedOn());
    assertThat(read.get(0).comment()).isEqualTo("=2+3");
  }

  @Test
  void theNextAuditReadsWhatThisOneWrote() throws IOException {
    Files.write(folder.resolve("audit.json"), AuditJson.bytes(AUDIT, "0.0.0"));
    Earlier earlier = AuditFile.earlier(folder);
    Rectification r = AUDIT.rectification();
    assertThat(earlier.replies()).isEqualTo(r.replies());
    assertThat(earlier.notices()).hasSameSizeAs(r.notices());
    for (int i = 0; i < r.notices().size(); i++) {
      assertThat(earlier.notices().get(i).asked()).isEqualTo(r.notices().get(i).asked());
      assertThat(earlier.ids().all())
          .containsAll(r.notices().get(i).asked().stream().map(a -> a.gapId()).toList());
    }
    assertThat(earlier.ids().all()).isEqualTo(Rectification.ids(AUDIT).all());
  }

  @Test
  void auditJsonObeysItsSchema() throws IOException {
    for (String scheme : RuleFiles.schemes()) {
      byte[] json = AuditJson.bytes(SampleOffices.audit(scheme), "0.0.0");
      assertThat(AuditJsonTest.schema().validate(new ObjectMapper().readTree(json)))
          .as(scheme)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 = 政策法规科 = 01-政策法规科",
        "12 = 所有科室、单位 = 12-所有科室、单位",
        "123 = 财务科 = 123-财务科",
        "2 = a/b\\c:d*e?f\"g<h>i|j = 02-a_b_c_d_e_f_g_h_i_j",
        "3 = ../../etc = 03-.._.._etc",
        "4 = 科室. . = 04-科室",
        "5 = CON = 05-CON"
      })
  void namesThatEveryFileSystemTakes(String line) {
    String[] c = line.split(" = ", 3);
    String office = c[1];
    assertThat(OfficeFileName.of(Integer.parseInt(c[0]), office)).isEqualTo(c[2]);
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    String name = OfficeFileName.of(7, "\uD842\uDFB7办".repeat(100));
    assertThat(name.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(OfficeFileName.LONGEST + 3);
    assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(name);
  }
}
