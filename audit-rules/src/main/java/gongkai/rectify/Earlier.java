package gongkai.rectify;

import gongkai.compare.Standing;
import java.util.List;

/**
 * What an earlier audit asked for and what had been replied by then.
 *
 * @param standing of the earlier audit
 * @param notices to offices; empty list if it wrote none
 * @param replies that it carried
 */
public record Earlier(Standing standing, List<OfficeNotice> notices, List<Reply> replies) {
  public Earlier {
    notices = List.copyOf(notices);
    replies = List.copyOf(replies);
  }

  /** The ids of its gaps. */
  public GapIds ids() {
    return GapIds.of(standing.findings());
  }
}
