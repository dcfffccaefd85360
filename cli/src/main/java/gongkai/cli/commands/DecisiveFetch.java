package gongkai.cli.commands;

import gongkai.Audit.Terms;
import gongkai.DecisivePages;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.crawl.FetchPolicy;
import gongkai.cli.snapshot.ReadOnce;
import gongkai.page.ListingEntry;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code --fetch decisive}: reads what can change a verdict. */
final class DecisiveFetch implements FetchPolicy {
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final UserFiles files;
  private final Optional<LocalDate> asOf;
  private final Optional<LocalDate> since;
  private final ReadOnce reader = new ReadOnce();

  /**
   * @param asOf empty for the day before the crawl began
   * @param since empty for one year before {@code asOf}
   */
  DecisiveFetch(
      Catalogue catalogue,
      WorkingCalendar calendar,
      UserFiles files,
      Optional<LocalDate> asOf,
      Optional<LocalDate> since) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.files = files;
    this.asOf = asOf;
    this.since = since;
  }

  /** What a crawl is judged by. */
  Terms terms(CrawlInfo crawl) {
    LocalDate last = asOf.orElseGet(() -> AuditCommand.dayBefore(crawl.startedAt()));
    return new Terms(
        catalogue,
        calendar,
        since.orElseGet(() -> last.minusYears(1)),
        last,
        files.events(),
        files.waivers(),
        files.rulings());
  }

  /** What answers say; from the crawl to the verdicts each is read once. */
  ReadOnce reader() {
    return reader;
  }

  @Override
  public boolean wanted(ListingEntry entry, List<String> section) {
    return false;
  }

  @Override
  public Set<String> decisive(Snapshot soFar, Collection<String> listed) {
    return DecisivePages.of(soFar, terms(soFar.info()), listed, reader);
  }
}
