package gongkai;

import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.FixtureSite.Fault;
import gongkai.fixtures.FixtureSite.Resource;
import gongkai.page.Addresses;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.FileText;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A fixture site read from its files as a crawl without any limit would have read it: no network,
 * no WARC.
 */
public final class FolderSnapshot implements Snapshot {
  static final String ORIGIN = "http://127.0.0.1:8000";
  private static final Instant FETCHED = Instant.parse("2026-11-02T02:00:00Z");

  private final FixtureSite site;
  private final Function<Answer, Optional<Answer>> server;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final SortedMap<String, Resource> resources;
  private final Deque<PageRequest> queue = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> articles = new HashSet<>();
  private final Map<String, PageRequest> listed = new TreeMap<>();

  /** Every page. */
  public FolderSnapshot(FixtureSite site) {
    this(site, (soFar, listed) -> Set.copyOf(listed));
  }

  /**
   * Navigation and listings, then of what they list the pages that a choice wants, until it wants
   * no more.
   *
   * @param choice keys, of those known from listings only
   */
  public FolderSnapshot(
      FixtureSite site, BiFunction<Snapshot, Collection<String>, Set<String>> choice) {
    this(site, choice, Optional::of);
  }

  /**
   * The same from a server with faults.
   *
   * @param server what it sends instead of an answer; empty if it fails
   */
  public FolderSnapshot(
      FixtureSite site,
      BiFunction<Snapshot, Collection<String>, Set<String>> choice,
      Function<Answer, Optional<Answer>> server) {
    this.site = site;
    this.server = server;
    this.resources = site.resources();
    add(PageRequest.get(ORIGIN + site.start()));
    Set<String> wanted;
    do {
      while (!queue.isEmpty()) {
        ask(queue.poll());
      }
      wanted = choice.apply(this, Set.copyOf(listed.keySet()));
      wanted.forEach(key -> add(listed.get(key)));
    } while (!queue.isEmpty());
  }

  private void ask(PageRequest request) {
    String path =
        request.url().substring(ORIGIN.length()) + request.form().map(f -> " " + f).orElse("");
    Optional<Fault> fault = site.faults().stream().filter(f -> f.path().equals(path)).findFirst();
    if (fault
        .filter(f -> f.kind() == Fault.Kind.UNAVAILABLE || f.kind() == Fault.Kind.REDIRECT_LOOP)
        .isPresent()) {
      unread.add(new Unread(request, Unread.Why.FAILED, "503", ""));
      return;
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
            gone ? "" : sha256(resource.bytes()),
            "memory:" + answers.size(),
            gone ? Optional.empty() : resource.text().map(FileText::read));
    if (gone) {
      answers.add(answer);
      return;
    }
    Optional<Answer> sent = server.apply(answer);
    if (sent.isEmpty()) {
      unread.add(new Unread(request, Unread.Why.FAILED, "503", ""));
    } else {
      answers.add(sent.get());
      follow(sent.get());
    }
  }

  static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private void follow(Answer answer) {
    if (answer.location().isPresent()) {
      add(PageRequest.get(answer.location().get()));
      return;
    }
    PageFacts facts = PageReader.read(answer);
    if (!facts.access().isEmpty()) {
      return;
    }
    facts.listing().ifPresent(l -> l.entries().forEach(this::note));
    facts.listing().ifPresent(l -> l.next().forEach(this::add));
    if (facts.kind() != PageKind.ARTICLE) {
      facts.links().stream()
          .map(l -> PageRequest.get(l.url()))
          .filter(r -> !articles.contains(r.key()))
          .forEach(this::add);
    }
    facts.speaking().forEach(a -> add(PageRequest.get(a.url())));
    facts.breadcrumbLinks().forEach(l -> add(PageRequest.get(l.url())));
  }

  private static boolean own(PageRequest request) {
    return Addresses.host(request.url()).equals(Addresses.host(ORIGIN));
  }

  private void note(ListingEntry entry) {
    PageRequest request = PageRequest.get(entry.url());
    if (own(request) && !seen.contains(request.key())) {
      listed.put(request.key(), request);
      if (entry.date().isPresent()) {
        articles.add(request.key());
      }
    }
  }

  private void add(PageRequest request) {
    if (own(request) && seen.add(request.key())) {
      listed.remove(request.key());
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
