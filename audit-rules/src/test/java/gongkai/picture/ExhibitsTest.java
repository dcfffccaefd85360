package gongkai.picture;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.AuditResult.FileResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.MadeAudit;
import gongkai.Notice;
import gongkai.fixtures.Cases;
import gongkai.judge.Severity;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.message.Message;
import gongkai.page.FileFormat;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.rectify.Rectification;
import gongkai.site.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code fixtures/cases/pictures.csv}: which pages a violation is shown by. */
class ExhibitsTest {
  private static final String SITE = "http://x/";
  private static final LocalDate DAY = LocalDate.parse("2026-04-09");
  private static final String ITEM =
      "  - {id: \"2.1\", name: 部门文件, wording: 实时更新, category: 政策文件, requirements:"
          + " [{id: \"2.1\", name: 部门文件, wording: 实时更新, cadence: {continuous: always}}]}";

  static List<Map<String, String>> cases() {
    return Cases.read("pictures.csv");
  }

  private static Stream<String[]> cells(String words) {
    return Arrays.stream(words.split("\\|")).filter(w -> !w.isBlank()).map(w -> w.split(";", -1));
  }

  private static Optional<Kept> kept(String place) {
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept("0".repeat(64), place, Instant.EPOCH));
  }

  private static Taken taken(String place) {
    String digest = place.repeat(64).substring(0, 64);
    return new Taken(digest, 1280, 1024, 1024, 0, Instant.EPOCH, "p" + place);
  }

  private static PageResult page(String[] cells) {
    String url = SITE + cells[0];
    Optional<Kept> kept = kept(cells[1]);
    boolean answers = cells[3].equals("answers");
    FileResult file =
        new FileResult(
            cells[3].equals("file") ? url : SITE + "attachment",
            "附件",
            FileFormat.PDF,
            OptionalLong.empty(),
            "",
            Optional.empty(),
            "");
    return new PageResult(
        url,
        OptionalInt.empty(),
        "页面",
        "页面",
        List.of(cells[2]),
        answers ? Optional.of(new DateEvidence(DAY, DateSource.LABEL, "")) : Optional.empty(),
        List.of(),
        Optional.empty(),
        "",
        answers ? List.of(new Match("2.1", Decision.MATCHED, 1, List.of())) : List.of(),
        List.of(),
        Decision.NONE,
        kept.map(Kept::sha256).orElse(""),
        kept.map(Kept::place).orElse(""),
        kept.map(Kept::fetchedAt),
        List.of(),
        List.of(file));
  }

  private static SectionResult section(String[] cells) {
    return new SectionResult(
        SITE + cells[0],
        List.of(cells[2]),
        Integer.parseInt(cells[3]),
        0,
        0,
        cells[4].equals("1") ? List.of("2.1") : List.of("9.9"),
        false,
        "",
        kept(cells[1]));
  }

  private static AuditResult audit(Map<String, String> row, boolean asked) {
    AuditResult made =
        new MadeAudit(MadeAudit.catalogue(ITEM), LocalDate.parse("2026-10-31"))
            .finds("2.1", row.get("finding"))
            .audit();
    List<Notice> personal =
        cells(row.get("pages"))
            .filter(c -> c[3].equals("personal"))
            .map(
                c ->
                    new Notice(
                        Notice.Kind.PERSONAL_NUMBERS,
                        Severity.WARNING,
                        "页面",
                        SITE + c[0],
                        Message.of("judge.note.statement")))
            .toList();
    Map<String, Picture> pictures =
        Arrays.stream(row.get("taken").split(" "))
            .filter(p -> !p.isEmpty())
            .collect(Collectors.toMap(p -> p, ExhibitsTest::taken));
    return new AuditResult(
        made.catalogue(),
        made.since(),
        made.asOf(),
        made.crawl(),
        made.snapshotDigest(),
        made.requirements(),
        cells(row.get("pages")).map(ExhibitsTest::page).toList(),
        cells(row.get("sections")).map(ExhibitsTest::section).toList(),
        made.deadLinks(),
        made.coverage(),
        made.eventsNotJudged(),
        made.comparison(),
        personal,
        Rectification.NONE,
        Optional.empty(),
        new Pictures(kept(row.get("start")), asked, pictures));
  }

  private static List<Exhibit> exhibits(AuditResult audit) {
    Exhibits exhibits = Exhibits.of(audit);
    List<Exhibit> all = new ArrayList<>();
    for (RequirementResult r : audit.requirements()) {
      r.findings().forEach(f -> all.addAll(exhibits.of(r, f)));
    }
    return all;
  }

  private static String said(Exhibit e) {
    String came = e.picture() instanceof NotTaken none ? none.why().code() : "taken";
    return e.of().code() + " " + e.url().substring(SITE.length()) + " " + came;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aViolationIsShownByItsPageAndItsListing(Map<String, String> row) {
    AuditResult audit = audit(row, true);
    assertThat(exhibits(audit).stream().map(ExhibitsTest::said).collect(Collectors.joining("|")))
        .isEqualTo(row.get("expected"));
    assertThat(
            Exhibits.of(audit).wanted().stream().map(Kept::place).collect(Collectors.joining(" ")))
        .isEqualTo(row.get("wanted"));
  }

  /** What is wanted does not depend on what is there already; and nothing is said unasked. */
  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsSaidWhereNobodyAskedForPictures(Map<String, String> row) {
    AuditResult audit = audit(row, false);
    assertThat(exhibits(audit)).isEmpty();
    assertThat(Exhibits.of(audit).files()).isEmpty();
    assertThat(Exhibits.of(audit).wanted()).isEqualTo(Exhibits.of(audit(row, true)).wanted());
  }

  /** Each picture is one file, named after the first gap that it shows, by its own digest. */
  @ParameterizedTest
  @MethodSource("cases")
  void everyPictureHasAFileAndEveryFileAPicture(Map<String, String> row) {
    AuditResult audit = audit(row, true);
    Map<String, Taken> files = Exhibits.of(audit).files();
    for (Exhibit e : exhibits(audit)) {
      assertThat(e.taken()).isEqualTo(Optional.ofNullable(files.get(e.file())));
    }
    assertThat(files.keySet())
        .allMatch(f -> f.startsWith("evidence/2.1-"))
        .allMatch(f -> Exhibits.own(f.substring("evidence/".length())));
    assertThat(files.values()).doesNotHaveDuplicates();
    files.forEach((name, picture) -> assertThat(name).contains(picture.sha256().substring(0, 12)));
  }

  @Test
  void aFileOfTheUsersOwnIsNoneOfOurs() {
    assertThat(Exhibits.own("2.1-page-6a239cada859.png")).isTrue();
    assertThat(Exhibits.own("签收单.png")).isFalse();
    assertThat(Exhibits.own("2.1-page.png")).isFalse();
  }
}
