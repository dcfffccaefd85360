package gongkai.score;

import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.score.Scheme.Deduction;
import gongkai.score.Scheme.Part;
import gongkai.score.Scheme.Per;
import gongkai.score.Score.Line;
import gongkai.score.Score.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the gaps of one part cost. */
final class PartSum {
  private final Part part;
  private final Map<Deduction, Taken> taken = new LinkedHashMap<>();
  private final List<Open> open = new ArrayList<>();

  /** What one deduction has taken so far. */
  private static final class Taken {
    private int findings;
    private final Set<String> requirements = new LinkedHashSet<>();

    private int count(Per per) {
      return per == Per.FINDING ? findings : requirements.size();
    }
  }

  /**
   * A gap that could not be decided.
   *
   * @param many it may stand for any number of gaps: a whole requirement of periods or documents
   */
  private record Open(RequirementResult of, boolean many) {
    private String requirementId() {
      return of.requirement().id();
    }
  }

  PartSum(Part part, List<RequirementResult> requirements, boolean waivedCount) {
    this.part = part;
    part.deductions().forEach(d -> taken.put(d, new Taken()));
    for (RequirementResult r : requirements) {
      for (Finding f : r.findings()) {
        if (f.verdict().gap() && (waivedCount || f.waiver().isEmpty())) {
          add(r, f);
        }
      }
    }
  }

  private void add(RequirementResult of, Finding gap) {
    String id = of.requirement().id();
    if (undecided(gap)) {
      boolean whole = gap.period().isEmpty() && gap.url().isEmpty();
      open.add(new Open(of, whole && !(of.requirement().cadence() instanceof Cadence.Continuous)));
      return;
    }
    part.deductions().stream()
        .filter(d -> d.takes(of, gap))
        .findFirst()
        .map(taken::get)
        .ifPresent(
            t -> {
              t.findings++;
              t.requirements.add(id);
            });
  }

  static boolean undecided(Finding gap) {
    return gap.verdict() == Verdict.REVIEW || gap.verdict() == Verdict.UNREACHABLE;
  }

  int undecided() {
    return open.size();
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    taken.forEach(
        (d, t) -> {
          if (t.findings > 0) {
            lines.add(new Line(d, t.count(d.per()), amount(d), List.copyOf(t.requirements)));
          }
        });
    return lines;
  }

  /** What one deduction takes now. */
  private BigDecimal amount(Deduction d) {
    return limited(d, each(d).multiply(BigDecimal.valueOf(taken.get(d).count(d.per()))));
  }

  private BigDecimal each(Deduction d) {
    return d.points().orElse(part.points());
  }

  private BigDecimal limited(Deduction d, BigDecimal amount) {
    return amount.min(d.atMost().orElse(part.points())).min(part.points());
  }

  /** What is left: at best if nothing undecided is a gap, at worst if each is the dearest. */
  Range range() {
    BigDecimal highest = left();
    List<Open> rest = new ArrayList<>(open);
    while (!rest.isEmpty()) {
      Optional<Worst> worst = worst(rest);
      if (worst.isEmpty()) {
        break;
      }
      take(worst.get());
      rest.remove(worst.get().open());
    }
    return new Range(left(), highest);
  }

  private BigDecimal left() {
    BigDecimal lost =
        part.deductions().stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return part.points().subtract(lost.min(part.points()));
  }

  private record Worst(Open open, Deduction by, BigDecimal costs) {}

  /** The undecided gap and the deduction that would cost most now; empty if none costs anything. */
  private Optional<Worst> worst(List<Open> rest) {
    Worst worst = null;
    for (Open o : rest) {
      for (Deduction d : part.deductions()) {
        BigDecimal costs = costs(o, d);
        if (costs.signum() > 0 && (worst == null || costs.compareTo(worst.costs()) > 0)) {
          worst = new Worst(o, d, costs);
        }
      }
    }
    return Optional.ofNullable(worst);
  }

  private BigDecimal costs(Open o, Deduction d) {
    if (!d.scope().takes(o.of())) {
      return BigDecimal.ZERO;
    }
    BigDecimal now = amount(d);
    if (d.per() == Per.REQUIREMENT) {
      return taken.get(d).requirements.contains(o.requirementId())
          ? BigDecimal.ZERO
          : limited(d, now.add(each(d))).subtract(now);
    }
    return limited(d, o.many() ? part.points() : now.add(each(d))).subtract(now);
  }

  private void take(Worst worst) {
    Taken t = taken.get(worst.by());
    boolean many = worst.open().many() && worst.by().per() == Per.FINDING;
    // so many that the deduction is used up
    t.findings +=
        many && each(worst.by()).signum() > 0
            ? part.points().divide(each(worst.by()), 0, java.math.RoundingMode.UP).intValue()
            : 1;
    t.requirements.add(worst.open().requirementId());
  }
}
