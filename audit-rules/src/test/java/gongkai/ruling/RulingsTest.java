package gongkai.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.match.Match.Piece;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.ruling.Ruling.Kind;
import gongkai.site.Published;
import gongkai.site.SitePage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code --decisions}: {@code rulings.csv} says what is read, {@code ruled.csv} what it decides.
 */
class RulingsTest {
  private static final Catalogue CATALOGUE = RulesOnDisk.catalogue("liaocheng-hrss");
  private static final Path SCHEMA =
      Fixtures.root().resolveSibling("audit-rules/rules/schemas/decisions-file.schema.json");
  private static final List<String> COLUMNS =
      List.of(
          "url",
          "requirement_1",
          "requirement_2",
          "ruling",
          "ruled_requirement",
          "ruled_by",
          "ruled_on",
          "comment");

  static List<Map<String, String>> files() {
    return Cases.read("rulings.csv");
  }

  static List<Map<String, String>> pages() {
    return Cases.read("ruled.csv");
  }

  private static List<List<String>> rows(String cell) {
    return Arrays.stream(cell.split(" \\| "))
        .map(String::strip)
        .filter(r -> !r.isEmpty())
        .map(
            r ->
                List.of(
                    r.replaceFirst("^/", "http://x.gov.cn/")
                        .replaceFirst(";H$", ";张三;2026-11-02;")
                        .split(";", -1)))
        .toList();
  }

  private static Reading<Rulings> read(String csv) {
    return RulingsReader.read(Source.of("folder/decided.csv", csv), CATALOGUE);
  }

  private static String says(Ruling r) {
    return Stream.concat(Stream.of(r.kind().code()), r.requirementIds().stream())
            .collect(Collectors.joining(" "))
        + (r.all() ? " +" : "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aFileSaysWhatTheTableSays(Map<String, String> row) {
    String csv =
        Stream.concat(Stream.of(COLUMNS), rows(row.get("rows")).stream())
            .map(r -> String.join(",", r))
            .collect(Collectors.joining("\r\n"));
    Reading<Rulings> read = read(csv);
    if (read instanceof Reading.Refused<Rulings> refused) {
      assertThat(
              refused.complaints().stream()
                  .map(c -> c.what().key() + "@" + c.line() + " " + c.field())
                  .collect(Collectors.joining("|")))
          .isEqualTo(row.get("complaints"));
      return;
    }
    assertThat(row.get("complaints")).isEmpty();
    assertThat(
            RulesOnDisk.sound(read).list().stream()
                .map(RulingsTest::says)
                .collect(Collectors.joining("|")))
        .isEqualTo(row.get("rulings"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theSchemaRefusesWhatTheReaderRefuses(Map<String, String> row) throws IOException {
    ArrayNode tree = new ObjectMapper().createArrayNode();
    for (List<String> cells : rows(row.get("rows"))) {
      ObjectNode node = tree.addObject();
      for (int i = 0; i < cells.size(); i++) {
        node.put(COLUMNS.get(i), cells.get(i));
      }
    }
    boolean valid =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA))
            .validate(tree)
            .isEmpty();
    boolean sound = row.get("complaints").isEmpty() || row.get("beyond").equals("yes");
    assertThat(valid).isEqualTo(sound);
  }

  /** As Excel saves it on a Chinese system: its encoding, its days, empty cells at the end. */
  @Test
  void aFileThatASpreadsheetSavedIsRead() {
    String header = String.join(",", RulingsReader.columns(Lang.ZH));
    String row =
        "http://x.gov.cn/a,标题,通知公告,2026/3/5,5.2,0.4,\"标题含“工作要点”, +0.45\",,,,,,,"
            + "confirm,,张三,2026/11/2,'=看过原件";
    String text = header + ",,\r\n" + row + ",,\r\n,,,,\r\n";
    for (byte[] bytes :
        List.of(
            text.getBytes(Charset.forName("GB18030")),
            text.getBytes(Charset.forName("UTF-8")),
            ("\uFEFF" + text).getBytes(Charset.forName("UTF-8")))) {
      Ruling ruling =
          RulesOnDisk.sound(RulingsReader.read(new Source("x.csv", bytes), CATALOGUE))
              .list()
              .get(0);
      assertThat(ruling)
          .isEqualTo(
              new Ruling(
                  "http://x.gov.cn/a",
                  Kind.CONFIRM,
                  List.of("5.2"),
                  false,
                  "张三",
                  LocalDate.of(2026, 11, 2),
                  "=看过原件",
                  "x.csv",
                  2));
    }
  }

  @Test
  void complaintsNameTheColumnAsTheFileDoesAndTheCodeThatIsMeant() {
    Reading<Rulings> read = read("网址,裁定,裁定人,裁定日期\nhttp://x.gov.cn/a,驳回,张三,昨天\n");
    assertThat(
            ((Reading.Refused<Rulings>) read)
                .complaints().stream().map(c -> c.message().in(Lang.ZH)))
        .containsExactly(
            "folder/decided.csv:2 裁定：“驳回”不是裁定的代码。请写 reject",
            "folder/decided.csv:2 裁定日期：“昨天”不是日期，或没有这一天。应写作 2026-02-10 这样的年-月-日");
  }

  @Test
  void anotherTableIsRefused() {
    assertThat(read("url,status,reason\n")).isInstanceOf(Reading.Refused.class);
    assertThat(read("")).isInstanceOf(Reading.Refused.class);
    byte[] neither = {'u', 'r', 'l', (byte) 0xff, (byte) 0xff, '\n'};
    assertThat(RulingsReader.read(new Source("x.csv", neither), CATALOGUE))
        .isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aRulingDecidesWhatTheTableSays(Map<String, String> row) {
    List<PageMatches> before = List.of(page(row.get("matches"), false));
    Rulings rulings = new Rulings(rulings(row.get("rulings")));
    List<PageMatches> after = rulings.applied(before, CATALOGUE);
    assertThat(after).hasSize(1);
    List<Match> all = new ArrayList<>(after.get(0).matches());
    all.addAll(after.get(0).below());
    List<String> ids = CATALOGUE.requirements().stream().map(r -> r.id()).toList();
    all.sort(java.util.Comparator.comparingInt(m -> ids.indexOf(m.requirementId())));
    assertThat(
            all.stream()
                .map(
                    m -> "%s=%s %.2f".formatted(m.requirementId(), m.decision().code(), m.score())))
        .containsExactlyElementsOf(Arrays.asList(row.get("after").split("\\|")));
    assertThat(rulings.notices(after, CATALOGUE))
        .hasSize(Integer.parseInt(row.get("unused")))
        .allMatch(n -> n.url().equals("http://x.gov.cn/a"));
    // the pieces are the score's sum still, and a decision by a ruling says whose it is
    for (Match m : all) {
      double sum = m.pieces().stream().mapToDouble(Piece::weight).sum();
      assertThat(sum).isCloseTo(m.score(), org.assertj.core.data.Offset.offset(1e-9));
      if (m.ruling().isPresent()) {
        assertThat(m.pieces().get(m.pieces().size() - 1).because().in(Lang.ZH))
            .contains("张三于2026年11月2日");
      }
    }
  }

  @Test
  void aPageThatIsGoneOrDeadOrARequirementThatIsOffIsSaid() {
    Rulings rulings = new Rulings(rulings("confirm 2.1"));
    assertThat(rulings.notices(List.of(), CATALOGUE))
        .extracting(n -> n.because().in(Lang.EN))
        .containsExactly(
            "decided.csv line 2: the ruling decides nothing: the site does not have this page any"
                + " more. Check it, and remove it if it is not needed any more.");
    PageMatches dead = page("2.1=0.55", true);
    assertThat(rulings.applied(List.of(dead), CATALOGUE)).containsExactly(dead);
    assertThat(rulings.notices(List.of(dead), CATALOGUE)).hasSize(1);
    Catalogue off =
        RulesOnDisk.sound(
            gongkai.catalogue.TailoringReader.read(
                CATALOGUE, Source.of("t.yaml", "tailoring: {\"2.1\": {switch: off, reason: 不查}}")));
    assertThat(rulings.notices(List.of(page("2.1=0.55", false)), off))
        .extracting(n -> n.because().in(Lang.ZH))
        .containsExactly("decided.csv 第 2 行的裁定没有用到：有关的要求已停用。请核对，不再需要的删去。");
  }

  private static List<Ruling> rulings(String cell) {
    List<Ruling> rulings = new ArrayList<>();
    for (String words : cell.split("\\|")) {
      if (!words.isBlank()) {
        List<String> parts = List.of(words.split(" "));
        rulings.add(
            new Ruling(
                "http://x.gov.cn/a",
                Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT)),
                parts.stream().skip(1).filter(p -> !p.equals("+")).toList(),
                parts.contains("+"),
                "张三",
                LocalDate.of(2026, 11, 2),
                "",
                "decided.csv",
                rulings.size() + 2));
      }
    }
    return rulings;
  }

  private static PageMatches page(String cell, boolean dead) {
    List<Match> matches = new ArrayList<>();
    List<Match> below = new ArrayList<>();
    for (String words : cell.split(" ")) {
      if (!words.isBlank()) {
        String[] parts = words.split("=");
        double score = Double.parseDouble(parts[1]);
        Decision decision =
            score >= Matcher.UPPER
                ? Decision.MATCHED
                : score >= Matcher.LOWER ? Decision.CANDIDATE : Decision.NONE;
        List<Piece> pieces = List.of(new Piece(score, Message.of("match.fallback")));
        (decision == Decision.NONE ? below : matches)
            .add(new Match(parts[0], decision, score, pieces));
      }
    }
    SitePage page =
        new SitePage(
            "http://x.gov.cn/a",
            Optional.empty(),
            OptionalInt.empty(),
            "标题",
            "标题",
            List.of(),
            Published.of(List.of()),
            "",
            Optional.empty(),
            false,
            dead,
            "",
            false,
            Optional.empty(),
            "",
            "");
    return new PageMatches(page, matches, below, false);
  }
}
