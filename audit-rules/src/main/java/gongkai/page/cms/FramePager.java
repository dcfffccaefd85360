package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page without rows whose list stands in a frame of the same host: the frame is the list. */
final class FramePager implements Pager {
  /** Frames that count, greet or steer and never list. */
  private static final Pattern NO_LIST =
      Pattern.compile(
          "(?i)/(?:count|visit|login|weather|tianqi|share|top|head|header|foot|footer|bottom|banner|menu|tree|left)[\\w-]*\\.");

  @Override
  public String name() {
    return "frame";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    List<PageRequest> frames =
        page.frames().stream()
            .filter(url -> !NO_LIST.matcher(url).find())
            .map(PageRequest::get)
            .toList();
    if (page.rows() > 0 || frames.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        frames.size() == 1 ? Paging.next(frames.get(0)) : Paging.guesses(frames, ""));
  }
}
