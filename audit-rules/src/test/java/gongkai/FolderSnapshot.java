package gongkai;

import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.FixtureSite.Fault;
import gongkai.fixtures.FixtureSite.Resource;
import gongkai.page.Addresses;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A fixture site read from its files as a crawl without any limit would have read it: no network,
 * no WARC.
 */
public final class FolderSnapshot implements Snapshot {
  private static final String ORIGIN = "http://127.0.0.1:8000";
  private static final Instant FETCHED = Instant.parse("2026-11-02T02:00:00Z");

  private final FixtureSite site;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  public FolderSnapshot(FixtureSite site) {
    this.site = site;
    SortedMap<String, Resource> resources = site.resources();
    Deque<PageRequest> queue = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    add(queue, seen, PageRequest.get(ORIGIN + site.start()));
    while (!queue.isEmpty()) {
      PageRequest request = queue.poll();
      String path = request.url().substring(ORIGIN.length());
      Optional<Fault> fault = site.faults().stream().filter(f -> f.path().equals(path)).findFirst();
      if (fault
          .filter(f -> f.kind() == Fault.Kind.UNAVAILABLE || f.kind() == Fault.Kind.REDIRECT_LOOP)
          .isPresent()) {
        unread.add(new Unread(request, Unread.Why.FAILED, "503", ""));
        continue;
      }
      Resource resource = resources.get(path);
      boolean gone =
          resource == null || fault.filter(f -> f.kind() == Fault.Kind.NOT_FOUND).isPresent();
      Answer answer =
          new Answer(
              request,
              gone ? 404 : 200,
              gone ? "text/html" : resource.contentType(),
              Optional.empty(),
              gone ? new byte[0] : resource.bytes(),
              false,
              FETCHED,
              "0".repeat(64),
              "memory:" + answers.size());
      answers.add(answer);
      if (!gone) {
        follow(answer, queue, seen);
      }
    }
  }

  private static void follow(Answer answer, Deque<PageRequest> queue, Set<String> seen) {
    PageFacts facts = PageReader.read(answer);
    facts.listing().ifPresent(l -> l.next().forEach(n -> add(queue, seen, n)));
    facts
        .listing()
        .ifPresent(l -> l.entries().forEach(e -> add(queue, seen, PageRequest.get(e.url()))));
    if (facts.kind() != PageKind.ARTICLE) {
      facts.links().forEach(l -> add(queue, seen, PageRequest.get(l.url())));
    }
    facts.breadcrumbLinks().forEach(l -> add(queue, seen, PageRequest.get(l.url())));
  }

  private static void add(Deque<PageRequest> queue, Set<String> seen, PageRequest request) {
    boolean own = Addresses.host(request.url()).equals(Addresses.host(ORIGIN));
    if (own && seen.add(request.key())) {
      queue.add(request);
    }
  }

  @Override
  public CrawlInfo info() {
    return new CrawlInfo(
        ORIGIN + site.start(), List.of(Addresses.host(ORIGIN)), List.of(), FETCHED, "", true);
  }

  @Override
  public void forEach(Consumer<Answer> reader) {
    answers.forEach(reader);
  }

  @Override
  public List<Unread> unread() {
    return List.copyOf(unread);
  }

  @Override
  public String digest() {
    return "0".repeat(64);
  }
}
