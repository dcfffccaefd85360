package gongkai.cli.commands;

import gongkai.Audit.Terms;
import gongkai.DecisivePages;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.crawl.FetchPolicy;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code --fetch decisive}: reads what can change a verdict. */
final class DecisiveFetch implements FetchPolicy {
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final UserFiles files;
  private final Optional<LocalDate> asOf;
  private final Optional<LocalDate> since;
  private final Function<Answer, PageFacts> reader;

  /**
   * @param asOf empty for the day before the crawl began
   * @param since empty for one year before {@code asOf}
   * @param reader {@link gongkai.cli.snapshot.ReadOnce} where what was read is asked for again
   */
  DecisiveFetch(
      Catalogue catalogue,
      WorkingCalendar calendar,
      UserFiles files,
      Optional<LocalDate> asOf,
      Optional<LocalDate> since,
      Function<Answer, PageFacts> reader) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.files = files;
    this.asOf = asOf;
    this.since = since;
    this.reader = reader;
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

  /** What answers say. */
  Function<Answer, PageFacts> reader() {
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
