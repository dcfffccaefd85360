package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.List;
import java.util.Optional;

/** One way in which sites page their lists. Pure: it reads a page and asks for nothing. */
public interface Pager {
  /** The mechanism's name in {@code Listing.mechanism}. */
  String name();

  /** How the list goes on; empty if the page does not use this mechanism. */
  Optional<Paging> read(ListPage page);

  /** Every mechanism, in the order in which they are tried. */
  List<Pager> ALL =
      List.of(
          new HanwebPager(),
          new FramePager(),
          new LinkPager(),
          new TrsPager(),
          new PluginPager(),
          new UnreadPager());

  /**
   * How a list goes on.
   *
   * @param next further requests; empty at the end
   * @param announced rows of the whole list, if the page says so
   * @param rows HTML of rows that the page hides in a script; empty string if none
   * @param unread why the rest cannot be read; empty string if it can, or if there is none
   */
  record Paging(List<PageRequest> next, Optional<Integer> announced, String rows, String unread) {
    public Paging {
      next = List.copyOf(next);
    }

    static Paging end() {
      return new Paging(List.of(), Optional.empty(), "", "");
    }

    static Paging next(String url) {
      return new Paging(List.of(PageRequest.get(url)), Optional.empty(), "", "");
    }

    static Paging unread(String why) {
      return new Paging(List.of(), Optional.empty(), "", why);
    }
  }
}
