package gongkai.cli.crawl;

import gongkai.cli.snapshot.EarlierSnapshot;
import gongkai.cli.snapshot.Exchange;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.cli.snapshot.WarcStore;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is asked again of a site that an earlier snapshot holds ({@code --update}). Navigation and
 * listings are always asked, on condition that they changed. An entry is not asked when its rows
 * stood in the earlier listings too; what an unchanged page links to is not asked either, nor the
 * address that cannot exist beside it. Their answers are taken over from the earlier snapshot. Safe
 * for several threads.
 */
final class Update {
  /** Without an earlier snapshot. */
  static final Update NONE = new Update(Optional.empty(), answer -> null);

  private final Optional<EarlierSnapshot> earlier;
  private final Function<Answer, PageFacts> reader;
  private final Map<String, Set<Row>> before = new HashMap<>();
  private final Map<String, Set<Row>> now = new HashMap<>();

  /** Addresses of pages that say what they said. */
  private final Set<String> same = new HashSet<>();

  /** What a listing says of an entry. */
  private record Row(String title, String date, String mark) {
    static Row of(ListingEntry e) {
      return new Row(e.title(), e.date().map(Object::toString).orElse(e.dateText()), e.mark());
    }
  }

  private Update(Optional<EarlierSnapshot> earlier, Function<Answer, PageFacts> reader) {
    this.earlier = earlier;
    this.reader = reader;
  }

  static Update of(Path folder, Function<Answer, PageFacts> reader) throws IOException {
    EarlierSnapshot snapshot = EarlierSnapshot.of(WarcSnapshot.open(folder));
    return new Update(Optional.of(snapshot), reader);
  }

  /** Headers by which the site may answer that nothing changed. */
  List<String> conditions(Target target) {
    return target.kind().page()
        ? earlier.map(e -> e.conditions(target.request())).orElse(List.of())
        : List.of();
  }

  /** Stores an answer; one that the earlier snapshot holds becomes a revisit of it. */
  Answer store(Exchange exchange, WarcStore store) throws IOException {
    boolean page = exchange.role() == Exchange.Role.PAGE;
    return page && earlier.filter(e -> e.confirmedBy(exchange)).isPresent()
        ? earlier.get().revisit(exchange, store)
        : store.write(exchange);
  }

  /** Takes note of a page: what it says, and what it said. */
  void read(Answer answer, Optional<PageFacts> facts) {
    if (earlier.isEmpty()) {
      return;
    }
    Optional<String> digest = earlier.get().sha256(answer.request());
    boolean unchanged = digest.equals(Optional.of(answer.sha256()));
    Optional<PageFacts> said = facts;
    if (digest.isPresent() && !unchanged) {
      Answer old = earlier.get().answer(answer.request());
      said = old.status() / 100 == 2 ? Optional.of(reader.apply(old)) : Optional.empty();
    }
    synchronized (this) {
      if (unchanged) {
        same.add(answer.request().url());
      }
      facts.flatMap(PageFacts::listing).ifPresent(l -> add(now, l));
      if (digest.isPresent()) {
        said.flatMap(PageFacts::listing).ifPresent(l -> add(before, l));
      }
    }
  }

  private static void add(Map<String, Set<Row>> rows, Listing listing) {
    for (ListingEntry e : listing.entries()) {
      String key = PageRequest.get(e.url()).key();
      rows.computeIfAbsent(key, k -> new HashSet<>()).add(Row.of(e));
    }
  }

  /** The earlier answer is taken in place of a request. */
  synchronized boolean carries(Target target) {
    return earlier.filter(e -> e.has(target.request())).isPresent() && unchanged(target);
  }

  /** Nothing was stored of it then, because all was well, and its page is unchanged. */
  synchronized boolean skips(Target target) {
    return target.kind() == Target.Kind.PROBE
        && earlier.filter(e -> !e.has(target.request()) && !e.lacks(target.request())).isPresent()
        && unchanged(target);
  }

  private boolean unchanged(Target target) {
    return switch (target.kind()) {
      case ARTICLE -> {
        String key = target.first().key();
        Set<Row> rows = now.getOrDefault(key, Set.of());
        yield !rows.isEmpty() && before.getOrDefault(key, Set.of()).containsAll(rows);
      }
      case FILE, BODY, PROBE, UNKNOWN -> same.contains(target.foundOn());
      default -> false;
    };
  }

  Answer carry(Target target, WarcStore store) throws IOException {
    return earlier.orElseThrow().carry(target.request(), store);
  }
}
