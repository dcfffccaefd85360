package gongkai.compare;

import gongkai.Notice;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What became of every gap from one audit to the next: by requirement, period and document, never
 * by count. The cases stand in {@code fixtures/cases/changes.csv}.
 *
 * @param before last day judged by the earlier audit
 * @param asOf last day judged by the later one
 * @param changes first the gaps of the later audit in its order, then those of the earlier one that
 *     the later one does not have, in theirs
 * @param noticed the earlier audit's notices
 */
public record Comparison(
    LocalDate before, LocalDate asOf, List<Change> changes, Set<Notice.Key> noticed) {
  public Comparison {
    changes = List.copyOf(changes);
    noticed = Set.copyOf(noticed);
  }

  public static Comparison of(Standing earlier, Standing later) {
    Map<Judged, Judged> then = pairs(later.findings(), earlier.gaps());
    List<Change> changes = new ArrayList<>();
    Map<Judged, Judged> now = new IdentityHashMap<>();
    for (Judged finding : later.findings()) {
      Optional<Judged> gap = Optional.ofNullable(then.get(finding));
      gap.ifPresent(g -> now.put(g, finding));
      if (finding.verdict().gap()) {
        changes.add(new Change(stillThere(gap, finding), gap, Optional.of(finding)));
      }
    }
    for (Judged gap : earlier.gaps()) {
      Optional<Judged> finding = Optional.ofNullable(now.get(gap));
      if (finding.isEmpty() || !finding.get().verdict().gap()) {
        Status status =
            finding.map(f -> answered(f.verdict())).orElseGet(() -> gone(gap, earlier, later));
        changes.add(new Change(status, Optional.of(gap), finding));
      }
    }
    return new Comparison(earlier.asOf(), later.asOf(), changes, earlier.notices());
  }

  /** Each finding with the earlier gap that it is; agreeing wholly goes before agreeing nearly. */
  private static Map<Judged, Judged> pairs(List<Judged> findings, List<Judged> gaps) {
    Map<Judged, Judged> pairs = new IdentityHashMap<>();
    Map<String, List<Judged>> left = new HashMap<>();
    gaps.forEach(g -> left.computeIfAbsent(g.requirementId(), id -> new ArrayList<>()).add(g));
    pair(findings, left, Judged::same, pairs);
    pair(findings, left, Judged::sameButForAMissingDocument, pairs);
    return pairs;
  }

  private static void pair(
      List<Judged> findings,
      Map<String, List<Judged>> left,
      BiPredicate<Judged, Judged> same,
      Map<Judged, Judged> pairs) {
    for (Judged finding : findings) {
      List<Judged> candidates = left.getOrDefault(finding.requirementId(), List.of());
      if (!pairs.containsKey(finding)) {
        candidates.stream()
            .filter(gap -> same.test(finding, gap))
            .findFirst()
            .ifPresent(
                gap -> {
                  pairs.put(finding, gap);
                  candidates.removeIf(c -> c == gap);
                });
      }
    }
  }

  private static Status stillThere(Optional<Judged> before, Judged now) {
    if (before.isEmpty()) {
      return Status.NEW;
    }
    Verdict then = before.get().verdict();
    if (then == now.verdict()) {
      return then == Verdict.LATE ? Status.PAST : Status.OPEN;
    }
    if (now.verdict() == Verdict.REVIEW || now.verdict() == Verdict.UNREACHABLE) {
      return Status.UNKNOWN;
    }
    return now.verdict().worseThan(then) ? Status.WORSE : Status.OPEN;
  }

  private static Status answered(Verdict verdict) {
    return verdict == Verdict.COMPLIANT ? Status.CLOSED : Status.LAPSED;
  }

  /** An earlier gap that no finding of the later audit is. */
  private static Status gone(Judged gap, Standing earlier, Standing later) {
    Optional<Standing.Duty> duty = later.duty(gap.requirementId());
    boolean sameRule =
        duty.isPresent()
            && earlier
                .duty(gap.requirementId())
                .map(d -> d.cadence().equals(duty.get().cadence()))
                .orElse(true);
    if (!sameRule || gap.upTo(later.since(), duty.get().cadence())) {
      return Status.LAPSED;
    }
    Verdict verdict = duty.get().verdict();
    if (verdict == Verdict.REVIEW || verdict == Verdict.UNREACHABLE || !gap.whole()) {
      return Status.UNKNOWN;
    }
    return verdict.gap() ? Status.OPEN : answered(verdict);
  }

  /** What became of a gap of the later audit; empty for a finding that is none. */
  public Optional<Change> of(Finding finding) {
    if (!finding.verdict().gap()) {
      return Optional.empty();
    }
    Judged judged = Judged.of(finding);
    return changes.stream().filter(c -> c.now().filter(judged::equals).isPresent()).findFirst();
  }

  /** What the baseline itself asks for. */
  public List<Notice> notices() {
    List<Change> orphans = orphans();
    return orphans.isEmpty()
        ? List.of()
        : List.of(
            new Notice(
                Notice.Kind.BASELINE_ORPHANS,
                Severity.ADVICE,
                before.toString(),
                "",
                Message.of("notice.baseline-orphans-because", orphans.size())));
  }

  public List<Change> with(Status status) {
    return changes.stream().filter(c -> c.status() == status).toList();
  }

  /** A notice that the earlier audit did not have. */
  public boolean isNew(Notice notice) {
    return !noticed.contains(notice.key());
  }

  /** Gaps of the earlier audit that the later one does not have, with what became of them. */
  public List<Change> left() {
    return changes.stream().filter(c -> c.now().filter(n -> n.verdict().gap()).isEmpty()).toList();
  }

  /**
   * Gaps of the earlier audit that excuse nothing any more: a baseline should shrink by them. What
   * cannot be told now may still be there.
   */
  public List<Change> orphans() {
    return changes.stream()
        .filter(c -> c.status() == Status.CLOSED || c.status() == Status.LAPSED)
        .toList();
  }
}
