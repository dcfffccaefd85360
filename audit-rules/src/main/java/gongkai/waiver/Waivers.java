package gongkai.waiver;

import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.compare.Judged;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A waivers file ({@code --waivers}).
 *
 * @param list in the order of the file; empty if none was given
 */
public record Waivers(List<Waiver> list) {
  /** Nothing is excused. */
  public static final Waivers NONE = new Waivers(List.of());

  /** The closest scope first, then the one that holds longest, then the file's order. */
  private static final Comparator<Waiver> CLOSEST =
      Comparator.comparing((Waiver w) -> -w.scope().parts())
          .thenComparing(Waiver::expires, Comparator.reverseOrder());

  public Waivers {
    list = List.copyOf(list);
  }

  /** The same results, each gap that is excused on a day with its waiver. */
  public List<RequirementResult> applied(List<RequirementResult> results, LocalDate asOf) {
    return list.isEmpty()
        ? results
        : results.stream()
            .map(r -> r.with(r.findings().stream().map(f -> f.waived(of(f, asOf))).toList()))
            .toList();
  }

  private Optional<Waiver> of(Finding finding, LocalDate asOf) {
    Judged judged = Judged.of(finding);
    return list.stream()
        .filter(w -> w.state(asOf) != Waiver.State.EXPIRED && w.covers(judged))
        .min(CLOSEST);
  }

  /**
   * What the file itself asks for: excuses that have ended although their gaps are still there, and
   * those that excuse nothing.
   *
   * @param results as {@link #applied}
   */
  public List<Notice> notices(List<RequirementResult> results, LocalDate asOf) {
    List<Notice> notices = new ArrayList<>();
    for (Waiver waiver : list) {
      List<Finding> of =
          results.stream()
              .filter(r -> r.requirement().id().equals(waiver.requirementId()))
              .flatMap(r -> r.findings().stream())
              .toList();
      List<Finding> covered = of.stream().filter(f -> waiver.covers(Judged.of(f))).toList();
      long again = covered.stream().filter(f -> f.waiver().isEmpty()).count();
      boolean ended = waiver.state(asOf) == Waiver.State.EXPIRED;
      boolean unread = of.stream().anyMatch(f -> f.verdict() == Verdict.UNREACHABLE);
      if (ended && again > 0) {
        notices.add(notice(waiver, Notice.Kind.WAIVER_EXPIRED, Severity.WARNING, again));
      } else if (ended || covered.isEmpty() && !unread) {
        notices.add(notice(waiver, Notice.Kind.WAIVER_UNUSED, Severity.ADVICE, 0));
      }
    }
    return notices;
  }

  private static Notice notice(Waiver w, Notice.Kind kind, Severity severity, long again) {
    String because = "notice." + kind.code() + "-because";
    return new Notice(
        kind,
        severity,
        w.subject(),
        w.scope().url(),
        Message.of(because, w.file(), w.line(), w.approver(), w.expires(), again));
  }
}
