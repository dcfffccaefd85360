package gongkai.cli.crawl;

import gongkai.page.Listing;
import gongkai.page.PageFacts;
import gongkai.page.PageRequest;
import java.util.List;

/** Lists whose later pages are asked for with a form. */
final class Posts {
  private Posts() {}

  /** The same page with a further request of its list. */
  static PageFacts next(PageFacts facts, PageRequest next) {
    Listing list = facts.listing().orElseThrow();
    return facts.with(
        new Listing(
            list.mechanism(),
            list.entries(),
            List.of(next),
            list.announced(),
            list.guess(),
            list.unread()));
  }
}
