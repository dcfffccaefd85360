package gongkai.compare;

import gongkai.Notice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A baseline made smaller (缩减基线): without the gaps that are cured or no longer judged, so that one
 * that comes back is new. It never gets larger: what the later audit found anew is not in it.
 *
 * @param dropped gaps of the baseline that it loses
 * @param kept gaps that it keeps: still there, past, or of which nothing can be told now
 * @param goneNotices further findings that the later audit does not have any more
 */
public record Shrinking(List<Judged> dropped, List<Judged> kept, Set<Notice.Key> goneNotices) {
  public Shrinking {
    dropped = List.copyOf(dropped);
    kept = List.copyOf(kept);
    goneNotices = Set.copyOf(goneNotices);
  }

  /** What a later audit leaves of a baseline. */
  public static Shrinking of(Standing baseline, Standing later) {
    Set<Judged> dropped =
        Comparison.of(baseline, later).orphans().stream()
            .flatMap(c -> c.before().stream())
            .collect(Collectors.toSet());
    return new Shrinking(
        baseline.gaps().stream().filter(dropped::contains).toList(),
        baseline.gaps().stream().filter(g -> !dropped.contains(g)).toList(),
        baseline.notices().stream()
            .filter(n -> !later.notices().contains(n))
            .collect(Collectors.toSet()));
  }

  /** The gaps that a baseline would gain if it were replaced by what is kept. */
  public List<Judged> added(Standing replaced) {
    return kept.stream().filter(g -> !replaced.gaps().contains(g)).toList();
  }
}
