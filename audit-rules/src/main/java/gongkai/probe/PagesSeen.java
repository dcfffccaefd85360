package gongkai.probe;

import gongkai.page.Addresses;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the answers of a snapshot say, each read once; the request for an unknown page aside. */
final class PagesSeen {
  private static final int MAX_HOPS = 10;

  private final Map<String, PageFacts> facts = new TreeMap<>();
  private final Map<String, String> redirects = new TreeMap<>();
  private final Map<String, Unread> unread = new TreeMap<>();
  private final CmsFinder systems;

  PagesSeen(Snapshot snapshot) {
    CrawlInfo crawl = snapshot.info();
    Set<String> hosts = new HashSet<>(crawl.hosts());
    hosts.addAll(crawl.allowedHosts());
    systems = new CmsFinder(hosts);
    snapshot.forEach(this::see);
    snapshot.unread().stream()
        .filter(u -> u.why() != Unread.Why.NOT_DECISIVE)
        .forEach(u -> unread.put(u.request().key(), u));
  }

  private void see(Answer answer) {
    String key = answer.request().key();
    if (answer.location().isPresent()) {
      redirects.put(key, Addresses.identity(answer.location().get()));
    } else if (answer.status() / 100 == 2) {
      PageFacts read = PageReader.read(answer);
      facts.put(key, read);
      systems.see(answer, read);
    }
  }

  /** Facts of every page that was answered, by the request's key, sorted. */
  Map<String, PageFacts> facts() {
    return facts;
  }

  List<Cms> systems() {
    return systems.systems();
  }

  /** What was wanted and not got, sorted by address. */
  Iterable<Unread> unread() {
    return unread.values();
  }

  Optional<Unread> unread(PageRequest request) {
    return Optional.ofNullable(unread.get(request.key()));
  }

  /** The key of the answer that a request ends at. */
  String resolve(String key) {
    String end = key;
    for (int hop = 0; hop < MAX_HOPS && redirects.containsKey(end); hop++) {
      end = redirects.get(end);
    }
    return end;
  }

  /** A snapshot without one address. */
  record Without(Snapshot whole, String key) implements Snapshot {
    @Override
    public CrawlInfo info() {
      return whole.info();
    }

    @Override
    public void forEach(Consumer<Answer> reader) {
      whole.forEach(
          answer -> {
            if (!answer.request().key().equals(key)) {
              reader.accept(answer);
            }
          });
    }

    @Override
    public List<Unread> unread() {
      return whole.unread().stream().filter(u -> !u.request().key().equals(key)).toList();
    }

    @Override
    public String digest() {
      return whole.digest();
    }
  }
}
