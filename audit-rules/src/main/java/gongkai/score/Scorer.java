package gongkai.score;

import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.score.Scheme.Each;
import gongkai.score.Scheme.NotDue;
import gongkai.score.Scheme.Part;
import gongkai.score.Scheme.Scope;
import gongkai.score.Scheme.Veto;
import gongkai.score.Score.PartScore;
import gongkai.score.Score.Range;
import gongkai.score.Score.State;
import gongkai.score.Score.VetoResult;
import gongkai.score.Score.Vetoed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores an audit by a scheme: a pure function of both. The cases stand in {@code
 * fixtures/cases/scores.csv}.
 */
public final class Scorer {
  private static final Range NOTHING = new Range(BigDecimal.ZERO, BigDecimal.ZERO);

  private final List<RequirementResult> requirements;
  private final Scheme scheme;
  private final boolean waivedCount;

  /** Ids of requirements that are no catalogue's of this bureau, but of one beside it. */
  private final Set<String> beside;

  private Scorer(
      List<RequirementResult> requirements,
      Set<String> beside,
      Scheme scheme,
      boolean waivedCount) {
    this.requirements = requirements;
    this.beside = beside;
    this.scheme = scheme;
    this.waivedCount = waivedCount;
  }

  /**
   * A scheme scores the bureau's catalogue; of one beside it only what the scheme names by its id.
   */
  public static Score of(AuditResult audit, Scheme scheme) {
    Set<String> beside =
        audit.catalogue().beside().stream()
            .flatMap(c -> c.requirements().stream())
            .map(Requirement::id)
            .collect(Collectors.toUnmodifiableSet());
    return of(audit.requirements(), beside, scheme);
  }

  private static Score of(List<RequirementResult> requirements, Set<String> beside, Scheme scheme) {
    Score score = new Scorer(requirements, beside, scheme, false).score(Optional.empty());
    boolean waived = requirements.stream().anyMatch(r -> waived(List.of(r)) > 0);
    return waived
        ? new Scorer(requirements, beside, scheme, false)
            .score(new Scorer(requirements, beside, scheme, true).score(Optional.empty()).score())
        : score;
  }

  private boolean takes(Scope scope, RequirementResult r) {
    return beside.contains(r.requirement().id()) ? scope.names(r) : scope.takes(r);
  }

  private Score score(Optional<Range> withWaived) {
    List<VetoResult> vetoes = scheme.vetoes().stream().map(this::veto).toList();
    List<PartScore> parts = new ArrayList<>();
    Set<String> claimed = new LinkedHashSet<>();
    for (Part part : parts()) {
      List<RequirementResult> of =
          requirements.stream()
              .filter(r -> !claimed.contains(r.requirement().id()) && takes(part.scope(), r))
              .toList();
      if (part.notJudged().isEmpty()) {
        of.forEach(r -> claimed.add(r.requirement().id()));
      }
      parts.add(part(part, of, vetoes));
    }
    List<PartScore> scored = parts.stream().filter(p -> p.state() == State.SCORED).toList();
    BigDecimal possible =
        scored.stream().map(p -> p.part().points()).reduce(BigDecimal.ZERO, BigDecimal::add);
    Range sum = scored.stream().map(PartScore::range).reduce(NOTHING, Range::plus);
    return new Score(
        scheme, parts, vetoes, possible, sum, outOf100(sum, possible, vetoes), withWaived);
  }

  private static Optional<Range> outOf100(Range sum, BigDecimal possible, List<VetoResult> vetoes) {
    if (possible.signum() == 0) {
      return Optional.empty();
    }
    Vetoed whole = vetoed(vetoes, "");
    Range range = sum.outOf100(possible);
    return Optional.of(
        switch (whole) {
          case YES -> NOTHING;
          case POSSIBLE -> new Range(BigDecimal.ZERO, range.highest());
          case NO, NOT_JUDGED -> range;
        });
  }

  /** The listed parts, or one for each requirement, item or category of the audit. */
  private List<Part> parts() {
    return scheme.each().map(this::parts).orElse(scheme.parts());
  }

  private List<Part> parts(Each each) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (RequirementResult r : requirements) {
      if (beside.contains(r.requirement().id())) {
        continue;
      }
      Item item = r.item();
      Part part =
          switch (each.by()) {
            case REQUIREMENT -> part(each, r.requirement().id(), r.requirement().name());
            case ITEM -> part(each, item.id(), item.name());
            case CATEGORY -> part(each, item.category(), item.category());
          };
      if (part.points().signum() > 0) {
        parts.putIfAbsent(part.id(), part);
      }
    }
    return List.copyOf(parts.values());
  }

  private static Part part(Each each, String id, String name) {
    List<String> only = List.of(id);
    Scope scope =
        switch (each.by()) {
          case REQUIREMENT -> new Scope(only, List.of(), List.of(), List.of());
          case ITEM -> new Scope(List.of(), only, List.of(), List.of());
          case CATEGORY -> new Scope(List.of(), List.of(), only, List.of());
        };
    BigDecimal points = each.points().getOrDefault(id, each.otherwise());
    return new Part(id, name, points, scope, each.deductions(), "");
  }

  private PartScore part(Part part, List<RequirementResult> of, List<VetoResult> vetoes) {
    List<String> ids = of.stream().map(r -> r.requirement().id()).toList();
    State state = state(part, of);
    if (state != State.SCORED) {
      return new PartScore(part, state, ids, List.of(), NOTHING, 0, 0, false);
    }
    PartSum sum = new PartSum(part, of, waivedCount);
    List<Score.Line> lines = sum.lines();
    Range range = sum.range();
    Vetoed vetoed = vetoed(vetoes, part.id());
    if (vetoed == Vetoed.YES || vetoed == Vetoed.POSSIBLE) {
      range = new Range(BigDecimal.ZERO, vetoed == Vetoed.YES ? BigDecimal.ZERO : range.highest());
    }
    return new PartScore(
        part,
        state,
        ids,
        lines,
        range,
        sum.undecided(),
        waivedCount ? 0 : waived(of),
        vetoed == Vetoed.YES);
  }

  private State state(Part part, List<RequirementResult> of) {
    if (!part.notJudged().isEmpty()) {
      return State.NOT_JUDGED;
    }
    if (of.isEmpty()) {
      return State.NO_REQUIREMENT;
    }
    boolean due = of.stream().anyMatch(r -> r.verdict() != Verdict.NOT_DUE);
    return due || scheme.notDue() == NotDue.FULL ? State.SCORED : State.NOT_DUE;
  }

  private static int waived(List<RequirementResult> of) {
    return (int)
        of.stream()
            .flatMap(r -> r.findings().stream())
            .filter(f -> f.verdict().gap() && f.waiver().isPresent())
            .count();
  }

  private VetoResult veto(Veto veto) {
    if (!veto.notJudged().isEmpty()) {
      return new VetoResult(veto, Vetoed.NOT_JUDGED, 0, 0);
    }
    int count = 0;
    int undecided = 0;
    for (RequirementResult r : requirements) {
      if (takes(veto.scope(), r)) {
        List<Finding> gaps =
            r.findings().stream()
                .filter(f -> f.verdict().gap() && (waivedCount || f.waiver().isEmpty()))
                .toList();
        if (gaps.stream().anyMatch(veto.which()::takes)) {
          count++;
        } else if (gaps.stream().anyMatch(PartSum::undecided)) {
          undecided++;
        }
      }
    }
    Vetoed vetoed =
        count >= veto.atLeast()
            ? Vetoed.YES
            : count + undecided >= veto.atLeast() ? Vetoed.POSSIBLE : Vetoed.NO;
    return new VetoResult(veto, vetoed, count, undecided);
  }

  /** Whether a part, or with the empty id the whole, is vetoed: the worst of its vetoes. */
  private static Vetoed vetoed(List<VetoResult> vetoes, String part) {
    List<Vetoed> own =
        vetoes.stream().filter(v -> v.veto().part().equals(part)).map(VetoResult::vetoed).toList();
    if (own.contains(Vetoed.YES)) {
      return Vetoed.YES;
    }
    return own.contains(Vetoed.POSSIBLE) ? Vetoed.POSSIBLE : Vetoed.NO;
  }
}
