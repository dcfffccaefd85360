package gongkai.judge;

import gongkai.catalogue.Cadence.Columns;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.site.Section;
import gongkai.snapshot.Access;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cadence 8: each column (栏目) by itself. One with a limit of age is judged as cadence 3 judges a
 * requirement, by its own pages; of blank columns (空白栏目) each is a finding.
 */
final class ColumnDuty {
  private final Requirement requirement;
  private final Columns cadence;
  private final Item.Form form;
  private final Window window;
  private final Sections sections;
  private final List<PageMatches> pages;
  private final ContinuousDuty age;

  ColumnDuty(
      Requirement requirement,
      Columns cadence,
      Item.Form form,
      Window window,
      Sections sections,
      List<PageMatches> pages) {
    this.requirement = requirement;
    this.cadence = cadence;
    this.form = form;
    this.window = window;
    this.sections = sections;
    this.pages = List.copyOf(pages);
    this.age = new ContinuousDuty(requirement, cadence.limit(), window);
  }

  /**
   * A column.
   *
   * @param parts sections whose pages are its own: itself, and those below it that are no column of
   *     their own
   */
  record Column(Section section, List<Section> parts) {
    Column {
      parts = List.copyOf(parts);
    }

    private String shown() {
      return String.join(" > ", section.path());
    }
  }

  /** Findings about columns, then what may hide further ones. */
  List<Finding> judge() {
    List<Finding> findings = new ArrayList<>(cadence.filled() ? blank() : aged());
    String hidden = sections.hidden(cadence.filled() || findings.isEmpty());
    if (!hidden.isEmpty()) {
      findings.add(
          new Draft(
                  requirement.id(),
                  Verdict.UNREACHABLE,
                  Message.of("judge.column.hidden", Access.inWords(hidden)))
              .done());
    } else if (findings.isEmpty()) {
      findings.add(
          cadence.filled()
              ? new Draft(
                      requirement.id(),
                      Verdict.COMPLIANT,
                      Message.of("judge.column.filled", sections.columns().size()))
                  .done()
              : new Draft(
                      requirement.id(),
                      Verdict.REVIEW,
                      Message.of("judge.column.none", requirement.name()))
                  .done());
    }
    return findings;
  }

  private List<Finding> blank() {
    List<Finding> findings = new ArrayList<>();
    for (Section s : sections.columns()) {
      String cut = sections.cut(s);
      if (!cut.isEmpty() && s.entries().isEmpty()) {
        findings.add(unreachable(new Draft(requirement.id(), Verdict.UNREACHABLE, why(s, cut)), s));
      } else if (sections.bare(s)) {
        findings.add(bare(new Column(s, List.of(s))));
      }
    }
    return findings;
  }

  /**
   * A blank column (空白栏目) says so itself: 暂无数据. One that shows nothing at all may show a picture,
   * or what a script puts there, to a person.
   */
  private Finding bare(Column column) {
    if (!column.section().saysEmpty()) {
      return new Draft(
              requirement.id(), Verdict.REVIEW, Message.of("judge.column.no-list", column.shown()))
          .section(column.section())
          .done();
    }
    return new Draft(requirement.id(), Verdict.EMPTY, Message.of("judge.empty", column.shown()))
        .section(column.section())
        .lowered(true, "judge.lowered.column")
        .done();
  }

  private static Finding unreachable(Draft draft, Section s) {
    return draft.section(s).published(Optional.empty()).done();
  }

  private static Message why(Section s, String cut) {
    return Message.of(
        "judge.column.unreachable", String.join(" > ", s.path()), Access.inWords(cut));
  }

  /** The columns of the kind. */
  List<Column> columns() {
    List<Section> kind =
        sections.columns().stream().filter(s -> sections.standsFor(s, requirement)).toList();
    List<Section> named = kind.stream().filter(s -> sections.named(s, requirement)).toList();
    List<Column> columns = new ArrayList<>();
    for (Section s : named) {
      List<Section> below = kind.stream().filter(b -> Sections.below(s, b)).toList();
      List<Section> columnsBelow = below.stream().filter(named::contains).toList();
      boolean container = s.entries().isEmpty() && !columnsBelow.isEmpty();
      boolean inside = named.stream().anyMatch(o -> Sections.below(o, s));
      if (cadence.first() ? inside : container) {
        continue;
      }
      Stream<Section> own =
          below.stream()
              .filter(
                  b ->
                      cadence.first()
                          || !columnsBelow.contains(b)
                              && columnsBelow.stream().noneMatch(c -> Sections.below(c, b)));
      columns.add(new Column(s, Stream.concat(Stream.of(s), own).toList()));
    }
    return columns;
  }

  /** The pages that stand in a column. */
  List<PageMatches> pages(Column column) {
    Set<String> keys = column.parts().stream().map(Section::key).collect(Collectors.toSet());
    return pages.stream()
        .filter(m -> m.page().sections().stream().anyMatch(s -> keys.contains(s.key())))
        .toList();
  }

  /** What a column's pages say, as if nothing had been cut; its page is the one that decided. */
  Finding uncut(Column column) {
    Evidence found = new EvidenceFinder(requirement, form, window, pages(column)).find();
    List<Reading> readings = Stream.concat(found.firm().stream(), found.later().stream()).toList();
    if (readings.isEmpty() && found.open().isEmpty()) {
      return sections.bare(column.section())
          ? bare(column)
          : new Draft(
                  requirement.id(),
                  Verdict.REVIEW,
                  Message.of("judge.column.no-list", column.shown()))
              .done();
    }
    if (readings.isEmpty()) {
      List<String> urls =
          found.open().stream().map(o -> o.matched().page().url()).distinct().sorted().toList();
      Finding undated =
          new Draft(
                  requirement.id(),
                  Verdict.STALE,
                  Message.of("judge.column.undated", column.shown()))
              .done();
      return Weighing.review(
          undated, urls, found.open().stream().map(Evidence.Open::because).toList());
    }
    return new Weighing(age, readings, found.open()).findings().get(0);
  }

  private List<Finding> aged() {
    return columns().stream().map(this::finding).toList();
  }

  private Finding finding(Column column) {
    Finding f = uncut(column);
    Section section = column.section();
    Optional<Section> cut =
        column.parts().stream().filter(s -> !sections.cut(s).isEmpty()).findFirst();
    boolean proven = f.verdict() == Verdict.COMPLIANT && read(f.url());
    if (cut.isPresent() && !proven) {
      Message because = why(section, sections.cut(cut.get()));
      return unreachable(
          Draft.from(f, Verdict.UNREACHABLE, because)
              .note(Message.of("judge.note.otherwise", f.reason())),
          section);
    }
    return Draft.from(f, f.verdict(), reason(column, f))
        .severity(f.severity())
        .section(section)
        .done();
  }

  private boolean read(String url) {
    return pages.stream().anyMatch(m -> m.page().url().equals(url) && m.page().read());
  }

  private Message reason(Column column, Finding f) {
    return switch (f.verdict()) {
      case COMPLIANT ->
          Message.of("judge.column.fresh", column.shown(), f.published().orElseThrow());
      case STALE ->
          Message.of(
              "judge.stale.limit",
              column.shown(),
              f.published().orElseThrow(),
              age.limitWords(),
              window.asOf());
      default -> f.reason();
    };
  }

  /** The first day after {@code as-of} on which one of its columns becomes too old. */
  Optional<LocalDate> nextStale(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.verdict() == Verdict.COMPLIANT)
        .flatMap(f -> f.published().flatMap(age::staleFrom).stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * Cadence 9: so many columns with a gap, each counted once, are a violation.
   *
   * @param of findings about columns
   */
  static Finding total(
      Requirement requirement, int atLeast, boolean blank, List<Finding> of, String hidden) {
    Set<String> gaps = urls(of, Set.of(Verdict.STALE, Verdict.EMPTY));
    Set<String> open = new HashSet<>(urls(of, Set.of(Verdict.REVIEW)));
    open.removeAll(gaps);
    Set<String> unread = new HashSet<>(urls(of, Set.of(Verdict.UNREACHABLE)));
    unread.removeAll(gaps);
    unread.removeAll(open);
    Verdict verdict = Verdict.COMPLIANT;
    if (gaps.size() >= atLeast) {
      verdict = blank ? Verdict.EMPTY : Verdict.STALE;
    } else if (gaps.size() + open.size() >= atLeast) {
      verdict = Verdict.REVIEW;
    } else if (gaps.size() + open.size() + unread.size() >= atLeast || !hidden.isEmpty()) {
      verdict = Verdict.UNREACHABLE;
    }
    Message reason =
        Message.of(
            "judge.total",
            requirement.name(),
            gaps.size(),
            atLeast,
            Message.of(gaps.size() >= atLeast ? "judge.total.reached" : "judge.total.below"),
            open.size() + unread.size());
    Draft draft = new Draft(requirement.id(), verdict, reason);
    if (gaps.size() >= atLeast) {
      draft.severity(Severity.VIOLATION);
    }
    if (verdict == Verdict.UNREACHABLE && !hidden.isEmpty()) {
      draft.note(Message.of("judge.column.hidden", Access.inWords(hidden)));
    }
    of.stream()
        .filter(f -> gaps.contains(f.url()))
        .collect(
            Collectors.toMap(Finding::url, Finding::reason, (a, b) -> a, java.util.TreeMap::new))
        .values()
        .forEach(draft::note);
    return draft.done();
  }

  private static Set<String> urls(List<Finding> of, Set<Verdict> verdicts) {
    return of.stream()
        .filter(f -> verdicts.contains(f.verdict()) && !f.url().isEmpty())
        .map(Finding::url)
        .collect(Collectors.toSet());
  }
}
