package gongkai.compare;

import java.util.Optional;

/**
 * What became of one gap.
 *
 * @param before the gap in the earlier audit; empty for a new one
 * @param now the finding in the later audit; empty if it is not judged there any more
 */
public record Change(Status status, Optional<Judged> before, Optional<Judged> now) {
  /** Excused in the later audit: it makes no run fail. */
  public boolean waived() {
    return now.filter(Judged::waived).isPresent();
  }

  /** The finding to show: the later one if there is one. */
  public Judged shown() {
    return now.or(() -> before).orElseThrow();
  }
}
