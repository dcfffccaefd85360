package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.judge.Finding;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.page.date.DateEvidence;
import gongkai.site.Kept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gaps rest on: the pages and sections of each requirement. */
final class Proofs {
  /** As many gaps of a requirement each show all the pages considered. */
  private static final int ALONE = 3;

  private final AuditResult audit;
  private final Map<String, PageResult> pages = new HashMap<>();

  /** By requirement, best first. */
  private final Map<String, List<PageResult>> byRequirement = new HashMap<>();

  Proofs(AuditResult audit) {
    this.audit = audit;
    for (PageResult page : audit.pages()) {
      pages.put(page.url(), page);
      Stream.concat(page.matches().stream(), page.below().stream())
          .map(Match::requirementId)
          .distinct()
          .forEach(id -> byRequirement.computeIfAbsent(id, i -> new ArrayList<>()).add(page));
    }
    byRequirement.forEach((id, own) -> own.sort(bestFirst(id)));
  }

  private static Comparator<PageResult> bestFirst(String id) {
    return Comparator.comparing((PageResult p) -> match(p, id).decision())
        .thenComparing(p -> -match(p, id).score())
        .thenComparing(PageResult::url);
  }

  private static Match match(PageResult page, String id) {
    return Considered.match(page, id).orElseThrow();
  }

  Optional<PageResult> page(String url) {
    return Optional.ofNullable(pages.get(url));
  }

  List<PageResult> known(List<String> urls) {
    return urls.stream().filter(pages::containsKey).map(pages::get).toList();
  }

  /**
   * The pages whose dates a finding turns on: the one judged, those that answer it too late, and
   * those that might change it.
   */
  List<PageResult> dated(RequirementResult r, Finding f) {
    Map<String, PageResult> dated = new LinkedHashMap<>();
    page(f.url()).ifPresent(p -> dated.put(p.url(), p));
    if (f.published().isPresent()
        && dated.values().stream().noneMatch(p -> day(p).equals(f.published()))) {
      answering(r, f).forEach(p -> dated.putIfAbsent(p.url(), p));
    }
    known(f.open()).forEach(p -> dated.putIfAbsent(p.url(), p));
    return List.copyOf(dated.values());
  }

  private static Optional<LocalDate> day(PageResult page) {
    return page.published().map(DateEvidence::date);
  }

  /** Of a document answered by another page: the matched pages of the day on which it came. */
  private Stream<PageResult> answering(RequirementResult r, Finding f) {
    String id = r.requirement().id();
    return byRequirement.getOrDefault(id, List.of()).stream()
        .takeWhile(p -> match(p, id).decision() == Decision.MATCHED)
        .filter(p -> day(p).equals(f.published()));
  }

  /**
   * The pages considered for a finding; where its requirement has {@linkplain #shared many gaps},
   * only those that it turns on.
   *
   * @param dated those that it turns on, which come first
   */
  Considered considered(RequirementResult r, List<PageResult> dated) {
    String id = r.requirement().id();
    List<PageResult> own = byRequirement.getOrDefault(id, List.of());
    List<PageResult> first =
        dated.stream().filter(p -> Considered.match(p, id).isPresent()).toList();
    Set<String> told = first.stream().map(PageResult::url).collect(Collectors.toSet());
    Stream<PageResult> others =
        shared(r) ? Stream.empty() : own.stream().filter(p -> !told.contains(p.url()));
    List<PageResult> shown = Stream.concat(first.stream(), others).limit(Considered.MOST).toList();
    return Considered.of(shown, id, own.size() - shown.size());
  }

  /** The best pages of a requirement with many gaps, for all of them. */
  Considered considered(RequirementResult r) {
    String id = r.requirement().id();
    List<PageResult> own = byRequirement.getOrDefault(id, List.of());
    List<PageResult> shown = own.stream().limit(Considered.MOST).toList();
    return Considered.of(shown, id, own.size() - shown.size());
  }

  /**
   * True where so many gaps rest on the same pages that these are told once for all: a report of
   * hundreds of gaps would be nothing but their repetition.
   */
  boolean shared(RequirementResult r) {
    return r.gaps() > ALONE && byRequirement.containsKey(r.requirement().id());
  }

  /**
   * The sections that stand for a requirement, each once; one that only leads to others is left out
   * where another lists something.
   */
  List<SectionResult> sections(RequirementResult r) {
    List<SectionResult> own =
        audit.sections().stream()
            .filter(s -> s.requirementIds().contains(r.requirement().id()))
            .toList();
    boolean listed = own.stream().anyMatch(s -> s.pages() > 0);
    Set<List<Object>> told = new HashSet<>();
    return own.stream()
        .filter(s -> !listed || s.pages() > 0 || !s.cut().isEmpty())
        .filter(s -> told.add(List.of(s.path(), s.pages(), s.cut(), s.kept().map(Kept::sha256))))
        .toList();
  }
}
