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

  /** 下一页, 尾页: a pager's link by its word; 首页 alone may lead home. */
  static boolean isPager(String text) {
    return LinkPager.isPager(text);
  }

  /** Every mechanism, in the order in which they are tried. */
  List<Pager> ALL =
      List.of(
          new HanwebPager(),
          new HanwebSearchPager(),
          new JpaasPager(),
          new GkmlptPager(),
          new JsonPager(),
          new FramePager(),
          new LinkPager(),
          new TrsPager(),
          new UcapPager(),
          new SiblingPager(),
          new CallPager(),
          new ScriptPager(),
          new UnreadPager());

  /**
   * How a list goes on.
   *
   * @param next further requests; empty at the end
   * @param announced rows of the whole list, if the page says so
   * @param rows HTML of rows that the page hides in a script or an answer of data; empty string if
   *     none
   * @param guess one of {@code next} that is not there breaks nothing off
   * @param unread why the rest cannot be read; empty string if it can, or if there is none. Beside
   *     requests it holds only if none of them brings an entry
   */
  record Paging(
      List<PageRequest> next,
      Optional<Integer> announced,
      String rows,
      boolean guess,
      String unread) {
    public Paging {
      next = List.copyOf(next);
    }

    static Paging end() {
      return new Paging(List.of(), Optional.empty(), "", false, "");
    }

    static Paging next(String url) {
      return next(PageRequest.get(url));
    }

    static Paging next(PageRequest request) {
      return new Paging(List.of(request), Optional.empty(), "", false, "");
    }

    static Paging unread(String why) {
      return new Paging(List.of(), Optional.empty(), "", false, why);
    }

    /** Requests of which one at least must bring an entry. */
    static Paging guesses(List<PageRequest> next, String otherwise) {
      return new Paging(next, Optional.empty(), "", true, otherwise);
    }

    Paging announcing(Optional<Integer> rows) {
      return new Paging(next, rows, this.rows, guess, unread);
    }

    Paging showing(String html) {
      return new Paging(next, announced, html, guess, unread);
    }
  }
}
