package gongkai.judge;

import gongkai.message.Message;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Weighs open evidence (verdicts: "Open evidence"). A finding is judged on the firm pages alone;
 * where that is a gap and some reading of an uncertain page would be better, it is REVIEW and names
 * the page.
 */
final class Weighing {
  private static final Set<Verdict> CURABLE =
      Set.of(Verdict.STALE, Verdict.LATE, Verdict.EMPTY, Verdict.MISSING);

  private final Duty duty;
  private final List<Reading> firm;
  private final List<Evidence.Open> open;

  /**
   * @param firm pages with a date, those dated after {@code as-of} too; a page whose trusted dates
   *     differ stands here with its most trusted one
   */
  Weighing(Duty duty, List<Reading> firm, List<Evidence.Open> open) {
    this.duty = duty;
    this.firm = List.copyOf(firm);
    this.open = List.copyOf(open);
  }

  List<Finding> findings() {
    Map<String, Finding> plain = index(duty.judge(firm));
    Map<String, Set<Reading>> doubtful = doubtful(plain);
    List<Finding> result = new ArrayList<>();
    plain.forEach((key, f) -> result.add(weigh(key, f, doubtful.getOrDefault(key, Set.of()))));
    return result;
  }

  /** Per finding the firm pages of which another trusted date would change it. */
  private Map<String, Set<Reading>> doubtful(Map<String, Finding> plain) {
    Map<String, Set<Reading>> doubtful = new TreeMap<>();
    for (Reading r : firm) {
      for (LocalDate other : r.page().published().otherDays()) {
        Map<String, Finding> changed = index(duty.judge(with(without(firm, r), r.on(other))));
        plain.forEach(
            (key, f) -> {
              Finding g = changed.get(key);
              boolean differs = g == null ? f.verdict().gap() : g.verdict() != f.verdict();
              if (differs) {
                doubtful.computeIfAbsent(key, k -> new java.util.LinkedHashSet<>()).add(r);
              }
            });
      }
    }
    return doubtful;
  }

  private Finding weigh(String key, Finding plain, Set<Reading> doubtful) {
    Finding f = plain;
    if (!doubtful.isEmpty()) {
      List<Reading> rest = firm.stream().filter(r -> !doubtful.contains(r)).toList();
      Finding without = index(duty.judge(rest)).get(key);
      boolean stillMet = without != null && !without.verdict().gap();
      if (!stillMet) {
        Reading first = doubtful.iterator().next();
        Draft draft =
            Draft.from(plain, Verdict.REVIEW, conflict(first.page()))
                .open(doubtful.stream().map(r -> r.page().url()).sorted().toList());
        return (plain.url().isEmpty() ? draft.page(first.page()) : draft).done();
      }
      f = without;
    }
    if (!CURABLE.contains(f.verdict())) {
      return f;
    }
    return cured(key, f).orElse(f);
  }

  /** The finding as REVIEW if an uncertain page could make it better. */
  private Optional<Finding> cured(String key, Finding f) {
    Set<String> pages = new TreeSet<>();
    List<Message> because = new ArrayList<>();
    List<Reading> together = new ArrayList<>(firm);
    for (Evidence.Open o : open) {
      List<Reading> best = duty.best(o, f);
      together.addAll(best.stream().limit(1).toList());
      if (best.stream().anyMatch(r -> better(key, f, with(firm, r)))) {
        pages.add(o.matched().page().url());
        because.add(o.because());
      }
    }
    if (pages.isEmpty() && together.size() > firm.size() && better(key, f, together)) {
      open.forEach(o -> pages.add(o.matched().page().url()));
      open.forEach(o -> because.add(o.because()));
    }
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(review(f, List.copyOf(pages), because));
  }

  static Finding review(Finding f, List<String> pages, List<Message> because) {
    Draft draft =
        Draft.from(f, Verdict.REVIEW, Message.of("judge.review.open", because.get(0), pages.size()))
            .open(pages);
    because.stream().distinct().skip(1).forEach(draft::note);
    return draft.note(Message.of("judge.note.otherwise", f.reason())).done();
  }

  private boolean better(String key, Finding f, List<Reading> readings) {
    Finding other = index(duty.judge(readings)).get(key);
    return other == null || f.verdict().worseThan(other.verdict());
  }

  static Message conflict(SitePage page) {
    return Message.of(
        "judge.review.conflict",
        page.title(),
        page.published().chosen().map(e -> e.text()).orElse(""),
        page.published().others().stream()
            .map(e -> Message.of("judge.dated", e.source().words(), e.date()))
            .reduce((a, b) -> Message.of("judge.both", a, b))
            .orElseThrow());
  }

  private static List<Reading> without(List<Reading> all, Reading one) {
    return all.stream().filter(r -> r != one).toList();
  }

  private static List<Reading> with(List<Reading> all, Reading one) {
    List<Reading> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  /** Findings by what they judge. */
  private Map<String, Finding> index(List<Finding> findings) {
    Map<String, Finding> byKey = new java.util.LinkedHashMap<>();
    findings.forEach(f -> byKey.putIfAbsent(duty.key(f), f));
    return byKey;
  }
}
