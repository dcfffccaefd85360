package gongkai;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.compare.Comparison;
import gongkai.compare.Standing;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.match.Match;
import gongkai.message.Message;
import gongkai.page.FileFormat;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DatedText;
import gongkai.picture.Pictures;
import gongkai.rectify.Rectification;
import gongkai.score.Score;
import gongkai.site.Kept;
import gongkai.snapshot.Access;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.FileText;
import gongkai.snapshot.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * All that an audit found; every report is made from it and from nothing else.
 *
 * @param since last day before the window
 * @param asOf last day judged
 * @param requirements in the catalogue's order
 * @param pages every page read or known from a listing, sorted by address
 * @param sections every section found, sorted by path
 * @param deadLinks sorted by address, then by the page they stand on
 * @param eventsNotJudged listed events outside the window, in file order
 * @param snapshotDigest SHA-256 of the snapshot
 * @param comparison with an earlier audit; empty if none was given
 * @param notices findings that are no requirement's, in {@link Notice#ORDER}
 * @param rectification what offices are asked to cure, and what became of it
 * @param score by a scheme; empty if none was given
 * @param pictures that the snapshot holds of its pages
 */
public record AuditResult(
    Catalogue catalogue,
    LocalDate since,
    LocalDate asOf,
    CrawlInfo crawl,
    String snapshotDigest,
    List<RequirementResult> requirements,
    List<PageResult> pages,
    List<SectionResult> sections,
    List<DeadLink> deadLinks,
    Coverage coverage,
    List<Message> eventsNotJudged,
    Optional<Comparison> comparison,
    List<Notice> notices,
    Rectification rectification,
    Optional<Score> score,
    Pictures pictures) {
  public AuditResult {
    requirements = List.copyOf(requirements);
    pages = List.copyOf(pages);
    sections = List.copyOf(sections);
    deadLinks = List.copyOf(deadLinks);
    eventsNotJudged = List.copyOf(eventsNotJudged);
    notices = notices.stream().sorted(Notice.ORDER).toList();
  }

  /** An audit that asks no office for anything yet, and has no score and no pictures. */
  public AuditResult(
      Catalogue catalogue,
      LocalDate since,
      LocalDate asOf,
      CrawlInfo crawl,
      String snapshotDigest,
      List<RequirementResult> requirements,
      List<PageResult> pages,
      List<SectionResult> sections,
      List<DeadLink> deadLinks,
      Coverage coverage,
      List<Message> eventsNotJudged,
      Optional<Comparison> comparison,
      List<Notice> notices) {
    this(
        catalogue,
        since,
        asOf,
        crawl,
        snapshotDigest,
        requirements,
        pages,
        sections,
        deadLinks,
        coverage,
        eventsNotJudged,
        comparison,
        notices,
        Rectification.NONE,
        Optional.empty(),
        Pictures.NONE);
  }

  /** The same audit, each of its gaps told by what became of it since an earlier one. */
  public AuditResult since(Standing earlier) {
    Comparison changes = Comparison.of(earlier, Standing.of(this));
    return with(snapshotDigest, Optional.of(changes), notices, rectification, score, pictures)
        .with(changes.notices());
  }

  /** The same audit with further notices. */
  public AuditResult with(List<Notice> more) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(more);
    return with(snapshotDigest, comparison, all, rectification, score, pictures);
  }

  /** The same audit with what offices are asked for, and its score. */
  public AuditResult with(Rectification asked, Optional<Score> scored) {
    return with(snapshotDigest, comparison, notices, asked, scored, pictures);
  }

  /**
   * The same audit of the same snapshot, with its pictures.
   *
   * @param digest of the snapshot that holds them
   */
  public AuditResult with(Pictures taken, String digest) {
    return with(digest, comparison, notices, rectification, score, taken.of(pictures.start()));
  }

  /** What was read and judged stays; what is made of it is given. */
  private AuditResult with(
      String digest,
      Optional<Comparison> compared,
      List<Notice> noticed,
      Rectification asked,
      Optional<Score> scored,
      Pictures taken) {
    return new AuditResult(
        catalogue,
        since,
        asOf,
        crawl,
        digest,
        requirements,
        pages,
        sections,
        deadLinks,
        coverage,
        eventsNotJudged,
        compared,
        noticed,
        asked,
        scored,
        taken);
  }

  /** The sections in which pages show no date, in order. */
  public List<SectionResult> undatedSections() {
    return sections.stream().filter(s -> s.undated() > 0).toList();
  }

  /**
   * A requirement's outcome: its worst finding.
   *
   * @param severity the highest among its findings
   * @param findings in the order period, trigger, address; also the ones that are no gaps
   * @param pages how many pages matched
   * @param newest latest publication date up to {@code asOf} of a matched page
   * @param nextDue the first due date after {@code asOf}, or the day the newest page becomes STALE
   * @param evidenceUrl the page that decided the worst finding, else the section; empty string if
   *     neither
   * @param considered addresses of the pages considered, matched first, then by falling score, at
   *     most 20
   * @param consideredMore how many further ones there were
   */
  public record RequirementResult(
      Item item,
      Requirement requirement,
      Verdict verdict,
      Severity severity,
      List<Finding> findings,
      int pages,
      Optional<LocalDate> newest,
      Optional<LocalDate> nextDue,
      String evidenceUrl,
      List<Message> notes,
      List<String> considered,
      int consideredMore) {
    public RequirementResult {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
      considered = List.copyOf(considered);
    }

    /** The same with other findings; their verdicts and severities are the same. */
    public RequirementResult with(List<Finding> others) {
      return new RequirementResult(
          item,
          requirement,
          verdict,
          severity,
          others,
          pages,
          newest,
          nextDue,
          evidenceUrl,
          notes,
          considered,
          consideredMore);
    }

    /** How many findings are gaps. */
    public int gaps() {
      return (int) findings.stream().filter(f -> f.verdict().gap()).count();
    }
  }

  /**
   * A page and what became of it.
   *
   * @param status HTTP status; empty for a page known from a listing only
   * @param section names of its section from the outside in; empty list if unknown
   * @param published the date used, with its source; empty if undated
   * @param rivals the other publication dates found, most trusted first
   * @param matches every match above the lower threshold, in the catalogue's order
   * @param below what its section or its title spoke for, and what did not reach the lower
   *     threshold, in the catalogue's order
   * @param decision the best of {@code matches}
   * @param sha256 empty string if not fetched
   * @param place file and offset of its WARC record; empty string if not fetched
   * @param notes such as {@code repeat of}, {@code external}, {@code future}
   * @param files what the page itself is when it is no HTML, then the files that it offers
   */
  public record PageResult(
      String url,
      OptionalInt status,
      String title,
      String rawTitle,
      List<String> section,
      Optional<DateEvidence> published,
      List<DateEvidence> rivals,
      Optional<DatedText> documentDate,
      String documentNumber,
      List<Match> matches,
      List<Match> below,
      Match.Decision decision,
      String sha256,
      String place,
      Optional<Instant> fetchedAt,
      List<Message> notes,
      List<FileResult> files) {
    public PageResult {
      files = List.copyOf(files);
      section = List.copyOf(section);
      rivals = List.copyOf(rivals);
      matches = List.copyOf(matches);
      below = List.copyOf(below);
      notes = List.copyOf(notes);
    }

    /**
     * The matches that led to its decision, by falling score; equal ones in the catalogue's order.
     */
    public List<Match> bestFirst() {
      return matches.stream()
          .filter(m -> m.decision() == decision)
          .sorted(Comparator.comparingDouble(m -> -m.score()))
          .toList();
    }

    /** Ids of the requirements it is matched to, in order of the catalogue. */
    public List<String> requirementIds() {
      return matches.stream()
          .filter(m -> m.decision() == Match.Decision.MATCHED)
          .map(Match::requirementId)
          .toList();
    }
  }

  /**
   * A file (附件) and how far it was read.
   *
   * @param size bytes; empty if it was not fetched
   * @param sha256 empty string if it was not fetched
   * @param state empty if it was not fetched
   * @param detail what kept it from being read, in short words; empty string if nothing did
   */
  public record FileResult(
      String url,
      String name,
      FileFormat format,
      OptionalLong size,
      String sha256,
      Optional<FileText.State> state,
      String detail) {}

  /**
   * A section and how completely it was read.
   *
   * @param requirementIds requirements whose rule names it or that were learnt for it
   * @param read how many of its pages were read
   * @param undated how many of these show no date of publication
   * @param cut why it could not be read to its end; empty string if it was
   * @param kept where its first page is kept; empty if it was not read
   */
  public record SectionResult(
      String url,
      List<String> path,
      int pages,
      int read,
      int undated,
      List<String> requirementIds,
      boolean learnt,
      String cut,
      Optional<Kept> kept) {
    public SectionResult {
      path = List.copyOf(path);
      requirementIds = List.copyOf(requirementIds);
    }
  }

  /** A dead link or attachment: {@code reason} is 404, 410 or soft404. */
  public record DeadLink(
      String url,
      OptionalInt status,
      String reason,
      String foundOn,
      List<String> section,
      String text) {}

  /**
   * What was covered and what not.
   *
   * @param wanted addresses that the crawl wanted
   * @param fetched addresses with a stored answer
   * @param notNeeded known from a listing and not fetched, because they could decide nothing
   * @param unread everything not read, in order of address
   * @param cut per limit that cut something
   * @param access per kind of trouble with access: what is wrong with the site, not with its pages
   * @param leftOut per rule for addresses that hide nothing
   */
  public record Coverage(
      int wanted,
      int fetched,
      int notNeeded,
      int refusedByRobots,
      int refusedAsTrap,
      int failed,
      int cutByLimit,
      boolean startReadable,
      List<Unread> unread,
      List<Cut> cut,
      List<Barred> access,
      List<LeftOut> leftOut) {
    public Coverage {
      unread = List.copyOf(unread);
      cut = List.copyOf(cut);
      access = List.copyOf(access);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Print versions, mirrors, searches: a rule, how many addresses, one of them. */
  public record LeftOut(String rule, int addresses, String example) {}

  /**
   * A finding about access (访问障碍): what stood in the way, at how many addresses, one of them.
   *
   * @param detail of the example, as in {@link Unread#detail()}
   */
  public record Barred(Access access, int addresses, String example, String detail) {}

  /** One limit that cut something: its name, its value, how many addresses, one of them. */
  public record Cut(String limit, String value, int addresses, String example) {}
}
