package gongkai.cli.crawl;

import gongkai.page.Listing;
import gongkai.page.PageFacts;
import gongkai.page.PageRequest;
import java.util.List;
import java.util.Optional;

/** Lists whose later pages are asked for with a form. */
final class Posts {
  private Posts() {}

  /** The same page with a further request of its list. */
  static PageFacts next(PageFacts f, PageRequest next) {
    Listing list = f.listing().orElseThrow();
    return new PageFacts(
        f.url(),
        f.kind(),
        f.charset(),
        f.title(),
        f.rawTitle(),
        f.heading(),
        f.breadcrumb(),
        f.breadcrumbLinks(),
        f.columnName(),
        f.dates(),
        f.dateNotes(),
        f.otherDates(),
        f.documentNumber(),
        f.indexNumber(),
        f.validity(),
        f.text(),
        f.attachments(),
        f.media(),
        f.links(),
        Optional.of(
            new Listing(
                list.mechanism(),
                list.entries(),
                List.of(next),
                list.announced(),
                list.guess(),
                list.unread())),
        f.redirect(),
        f.needsScript(),
        f.access());
  }
}
