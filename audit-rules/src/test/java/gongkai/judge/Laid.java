package gongkai.judge;

import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.match.PageMatches;
import gongkai.page.Attachment;
import gongkai.page.Link;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.page.date.DatedText;
import gongkai.ruling.Ruling;
import gongkai.site.Published;
import gongkai.site.Section;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A page in one line: its title, then parts separated by {@code ;}, in any order.
 *
 * <pre>
 * 2026-06-30          published (labelled)      listing|url|table D   another date
 * doc|sign|imprint|decision|approval D          no 聊人社发〔2026〕1号
 * text T              at the beginning of a longer text; only T: the whole text; long T: over 300
 * heading T, valid T, mark T, file NAME, link N (the n-th page), in SECTION, before D
 * thin, media, external, dead, truncated, unread, failed WHY, statement, candidate
 * ruled               an inspector has confirmed what it answers
 * is d                what it answers; r unless said
 * </pre>
 */
final class Laid {
  /** Names no period, no date and no document, and is longer than a bare page. */
  private static final String TEXT = "为方便群众办事和监督，现将有关内容予以公开，欢迎社会各界查阅。".repeat(4);

  private static final Ruling RULING =
      new Ruling(
          "http://a.example/",
          Ruling.Kind.CONFIRM,
          List.of(),
          false,
          "张三",
          LocalDate.of(2026, 11, 2),
          "",
          "decisions.csv",
          2);

  private final String url;
  private final String title;
  private final List<DateEvidence> dates = new ArrayList<>();
  private final List<DatedText> others = new ArrayList<>();
  private final List<Attachment> files = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private String number = "";
  private String text = TEXT;
  private String heading = "";
  private String valid = "";
  private String mark = "";
  private String failed = "";
  private Optional<LocalDate> before = Optional.empty();
  private boolean media;
  private boolean external;
  private boolean dead;
  private boolean truncated;
  private boolean unread;
  private boolean statement;
  private Decision decision = Decision.MATCHED;
  private boolean ruled;

  private Laid(String url, String words) {
    this.url = url;
    String[] parts = words.split(";");
    title = parts[0].strip();
    Arrays.stream(parts).skip(1).map(String::strip).forEach(this::part);
  }

  /** The pages of a cell, in their order. */
  static List<PageMatches> pages(String cell) {
    List<PageMatches> pages = new ArrayList<>();
    for (String words : Desk.cells(cell)) {
      pages.add(page(address(pages.size() + 1), words));
    }
    return pages;
  }

  static PageMatches page(String url, String words) {
    return new Laid(url, words).done();
  }

  private static String address(int n) {
    return "http://a.example/%02d.html".formatted(n);
  }

  private void part(String part) {
    int blank = part.indexOf(' ');
    String word = blank < 0 ? part : part.substring(0, blank);
    String value = blank < 0 ? "" : part.substring(blank + 1).strip();
    switch (word) {
      case "listing" -> date(DateSource.LISTING, value);
      case "url" -> date(DateSource.URL, value);
      case "meta" -> date(DateSource.META, value);
      case "table" -> date(DateSource.TABLE, value);
      case "generated" -> date(DateSource.GENERATED, value);
      case "doc" -> other(DatedText.Kind.DOCUMENT_TABLE, value);
      case "sign" -> other(DatedText.Kind.SIGNATURE, value);
      case "imprint" -> other(DatedText.Kind.IMPRINT, value);
      case "decision" -> other(DatedText.Kind.DECISION, value);
      case "approval" -> other(DatedText.Kind.APPROVAL, value);
      case "no" -> number = value;
      case "text" -> text = value.replace("\\n", "\n") + "\n" + TEXT;
      case "only" -> text = value;
      case "long" -> text = value + TEXT.repeat(4);
      case "heading" -> heading = value;
      case "valid" -> valid = value;
      case "mark" -> mark = value;
      case "file" -> files.add(new Attachment("http://a.example/" + value, value));
      case "link" -> {
        links.add(new Link(address(Integer.parseInt(value)), "点击查看原文"));
        text += "相关文件：点击查看原文";
      }
      case "in" -> sections.add(Section.named(List.of(value.split(">"))));
      case "before" -> before = Optional.of(LocalDate.parse(value));
      case "thin" -> text = "内容见图";
      case "media" -> media = true;
      case "external" -> external = true;
      case "dead" -> dead = true;
      case "truncated" -> truncated = true;
      case "unread" -> unread = true;
      case "failed" -> failed = value;
      case "statement" -> statement = true;
      case "candidate" -> decision = Decision.CANDIDATE;
      case "ruled" -> ruled = true;
      case "is" -> answers.addAll(List.of(value.split(" ")));
      default -> date(DateSource.LABEL, part);
    }
  }

  private void date(DateSource source, String day) {
    dates.add(new DateEvidence(LocalDate.parse(day), source, source.code() + "：" + day));
  }

  private void other(DatedText.Kind kind, String day) {
    others.add(new DatedText(LocalDate.parse(day), kind, kind + "：" + day));
  }

  private PageMatches done() {
    boolean none = unread || external || dead || !failed.isEmpty();
    Optional<PageFacts> facts = none ? Optional.empty() : Optional.of(facts());
    SitePage page =
        new SitePage(
            url,
            facts,
            unread || external ? OptionalInt.empty() : OptionalInt.of(dead ? 404 : 200),
            title,
            title,
            sections,
            Published.of(dates),
            mark,
            before,
            external,
            dead,
            failed,
            truncated,
            Optional.empty(),
            "",
            "");
    List<String> ids = answers.isEmpty() ? List.of("r") : answers;
    List<Match> matches =
        ids.stream()
            .map(i -> new Match(i, decision, 1, List.of()))
            .map(m -> ruled ? m.ruled(RULING, true) : m)
            .toList();
    return new PageMatches(page, ids.contains("none") ? List.of() : matches, List.of(), statement);
  }

  private PageFacts facts() {
    return new PageFacts(
        url,
        PageKind.ARTICLE,
        "",
        title,
        title,
        heading,
        List.of(),
        List.of(),
        "",
        dates,
        List.of(),
        others,
        number,
        "",
        valid,
        text,
        files,
        media,
        links,
        Optional.empty(),
        Optional.empty(),
        false,
        "");
  }
}
