package gongkai.judge;

import gongkai.match.PageMatches;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What speaks for a requirement.
 *
 * @param firm matched pages whose date is known; for presence undated ones too
 * @param later matched pages dated after {@code as-of}: in no count, but on the site
 * @param open pages whose reading is not certain
 * @param failed matched pages that could not be fetched
 * @param matched how many pages matched in all
 */
record Evidence(
    List<Reading> firm,
    List<Reading> later,
    List<Open> open,
    List<PageMatches> failed,
    int matched) {
  Evidence {
    firm = List.copyOf(firm);
    later = List.copyOf(later);
    open = List.copyOf(open);
    failed = List.copyOf(failed);
  }

  /** A page whose reading is not certain, and why. */
  record Open(PageMatches matched, Why why, Message because) {
    Optional<LocalDate> day() {
      return matched.page().day();
    }
  }

  /** The same where a date is asked for: pages whose presence was enough are open evidence. */
  Evidence withUndatedOpen() {
    List<Open> more = new ArrayList<>(open);
    for (Reading r : firm) {
      if (r.day().isEmpty()) {
        more.add(EvidenceFinder.open(r.matched(), Why.UNDATED));
      }
    }
    List<Reading> dated = firm.stream().filter(r -> r.day().isPresent()).toList();
    return new Evidence(dated, later, more, failed, matched);
  }

  /** Why a page is open evidence. */
  enum Why {
    UNDATED,
    THIN,
    EXTERNAL,
    TRUNCATED,
    DEAD,
    CANDIDATE,
    /** The years in its title do not decide which period it covers. */
    PERIOD
  }
}
