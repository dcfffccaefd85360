package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.Optional;

/** A page without rows whose list stands in a frame of the same host: the frame is the list. */
final class FramePager implements Pager {
  @Override
  public String name() {
    return "frame";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    if (page.rows() > 0 || page.frames().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Paging(
            page.frames().stream().map(PageRequest::get).toList(), Optional.empty(), "", ""));
  }
}
