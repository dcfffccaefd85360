package gongkai.cli.crawl;

import gongkai.cli.snapshot.WarcStore;
import gongkai.snapshot.Trouble;
import gongkai.snapshot.Unread;
import gongkai.snapshot.Unread.Why;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records what will not be read, and gives a start a second try under its other scheme. */
final class Ledger {
  private final WarcStore store;
  private final CrawlListener listener;
  private final Map<String, String> firstSchemeFailed = new HashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private boolean cut;

  Ledger(WarcStore store, CrawlListener listener) {
    this.store = store;
    this.listener = listener;
  }

  /** Something wanted was not read. */
  boolean cut() {
    return cut;
  }

  /** What this run has not read, in the order in which it turned out. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  /**
   * The start's other scheme, when a start whose host never answered has not been tried under it.
   */
  Optional<Target> otherScheme(Target target, String detail) throws IOException {
    if (target.kind() != Target.Kind.START || !target.hops().isEmpty()) {
      return Optional.empty();
    }
    boolean secure = target.url().startsWith("https:");
    String said = (secure ? "https: " : "http: ") + detail;
    if (firstSchemeFailed.putIfAbsent(target.key(), said) != null) {
      return Optional.empty();
    }
    store.write(new Trouble(target.url(), detail));
    String rest = target.url().substring(target.url().indexOf("://"));
    return Optional.of(target.at((secure ? "http" : "https") + rest));
  }

  /** An answer is stored and shows no content: a reader of the snapshot sees that for himself. */
  void withheld(Target target, String detail) {
    cut = true;
    listener.unread(new Unread(target.request(), Why.FAILED, detail, target.foundOn()));
  }

  /** Records that a page will not be read; robots.txt, sitemaps are no pages. */
  void refuse(Target target, Why why, String detail) throws IOException {
    if (!target.kind().page()) {
      return;
    }
    String whole = detail;
    String before = target.kind() == Target.Kind.START ? firstSchemeFailed.get(target.key()) : null;
    if (before != null && (why == Why.FAILED || why == Why.ROBOTS)) {
      whole = before + "; " + target.url().substring(0, target.url().indexOf(':')) + ": " + detail;
    }
    Unread said = new Unread(target.request(), why, whole, target.foundOn());
    cut |= why.cut();
    store.write(said);
    unread.add(said);
    listener.unread(said);
  }
}
