package gongkai.site;

import gongkai.page.Addresses;
import gongkai.page.BrokenPage;
import gongkai.page.Link;
import gongkai.page.PageFacts;
import gongkai.page.PageRequest;
import gongkai.page.UnknownPath;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Every request of a snapshot with what came back, bodies already read and dropped. */
final class Answers {
  private static final int MAX_HOPS = 10;
  private static final Set<Unread.Why> REFUSALS =
      Set.of(Unread.Why.TRAP, Unread.Why.HOST, Unread.Why.ASIDE);
  private static final Set<Integer> GONE = Set.of(404, 410);

  /** One stored answer without its body. */
  record Stored(
      PageRequest request,
      int status,
      Optional<PageFacts> facts,
      boolean truncated,
      boolean brokenOff,
      Instant fetchedAt,
      String sha256,
      String place) {
    /** Why what it shows is not all of it; empty string if it is whole. */
    String partial() {
      return truncated ? "max-body" : brokenOff ? "broken answer: the page has no end" : "";
    }
  }

  /** Other names of a host's first page. */
  private static final Pattern ROOT =
      Pattern.compile("^[^/]*(/((index|default|main|home)(\\.\\w+)?)?)?$");

  /** Fewer links make no frame by which two pages are told to be the same. */
  private static final int LEAST_LINKS = 5;

  /** What became of a request. */
  enum Outcome {
    READ,
    GONE,
    FAILED,
    /** Never asked for, or not needed. */
    UNKNOWN
  }

  private final Function<Answer, PageFacts> reader;
  private final Map<String, Stored> stored = new TreeMap<>();
  private final Map<String, String> redirects = new LinkedHashMap<>();
  private final Map<String, Unread> unread = new TreeMap<>();
  private final Set<String> fetched = new HashSet<>();
  private final Map<String, PageRequest> truncated = new TreeMap<>();
  private final Unknown unknown = new Unknown();
  private final Set<String> gone = new HashSet<>();

  /** Answered with a copy of the start page, though nothing that cannot exist is answered so. */
  private final Set<String> astray = new HashSet<>();

  /** Sent on to the start page. */
  private final Set<String> home = new HashSet<>();

  private final String startKey;

  Answers(Snapshot snapshot, Function<Answer, PageFacts> reader) {
    this.reader = reader;
    startKey = PageRequest.get(snapshot.info().start()).key();
    snapshot.forEach(this::add);
    softNotFound();
    startInstead();
    for (Unread u : snapshot.unread()) {
      if (u.why() != Unread.Why.NOT_DECISIVE) {
        unread.put(u.request().key(), u);
      }
    }
  }

  /** Pages that are what their host answers for an address that cannot exist. */
  private void softNotFound() {
    redirects.forEach(
        (key, target) -> {
          if (unknown.redirected("http://" + key, target)) {
            gone.add(key);
          }
        });
    String start = resolve(startKey);
    for (Map.Entry<String, Stored> page : stored.entrySet()) {
      if (!page.getKey().equals(start) && unknown.says(page.getValue())) {
        gone.add(page.getKey());
      }
    }
    gone.remove(startKey);
    // what leads nowhere is an address of its own, not another name of the place it leads to
    redirects.keySet().removeAll(gone);
  }

  /** The start page in place of another: by a redirect there is no such page, else it is broken. */
  private void startInstead() {
    String start = resolve(startKey);
    redirects.keySet().stream()
        .filter(key -> !ROOT.matcher(key).find() && !key.equals(startKey))
        .filter(key -> resolve(key).equals(start))
        .forEach(gone::add);
    gone.stream().filter(key -> resolve(key).equals(start)).forEach(home::add);
    gone.forEach(redirects::remove);
    Stored first = stored.get(start);
    if (first == null || first.facts().isEmpty()) {
      return;
    }
    stored.forEach(
        (key, page) -> {
          boolean same = page.sha256().equals(first.sha256()) || shows(page, first.facts().get());
          if (same && !key.equals(start) && !ROOT.matcher(key).find()) {
            astray.add(key);
          }
        });
  }

  /** Title and links of another page, which may lead elsewhere: they are relative. */
  private static boolean shows(Stored page, PageFacts other) {
    return other.links().size() >= LEAST_LINKS
        && page.facts()
            .filter(f -> f.title().equals(other.title()) && words(f).equals(words(other)))
            // a small site's section can show what its start page shows, under its own trail
            .filter(f -> f.breadcrumb().equals(other.breadcrumb()))
            .isPresent();
  }

  private static List<String> words(PageFacts facts) {
    return facts.links().stream().map(Link::text).toList();
  }

  private void add(Answer answer) {
    String key = answer.request().key();
    boolean nowhere = UnknownPath.is(answer.request().url());
    if (!nowhere) {
      fetched.add(key);
    }
    if (answer.truncated()) {
      truncated.put(key, answer.request());
    }
    if (answer.location().isPresent()) {
      String target = Addresses.identity(answer.location().get());
      if (!nowhere) {
        redirects.put(key, target);
      } else if (Unknown.tells(answer.request().url(), target)) {
        unknown.redirect(answer.request().url(), target);
      }
      return;
    }
    boolean readable = answer.status() >= 200 && answer.status() < 300;
    Optional<PageFacts> facts = readable ? Optional.of(reader.apply(answer)) : Optional.empty();
    Stored found =
        new Stored(
            answer.request(),
            answer.status(),
            facts,
            answer.truncated(),
            readable && BrokenPage.breaksOff(answer),
            answer.fetchedAt(),
            answer.sha256(),
            answer.place());
    if (nowhere) {
      unknown.page(found);
      return;
    }
    stored.put(key, found);
    facts
        .flatMap(PageFacts::redirect)
        .map(Addresses::identity)
        .filter(target -> !target.equals(key))
        .ifPresent(target -> redirects.put(key, target));
  }

  Iterable<Stored> all() {
    return stored.values();
  }

  /** The key of the answer a request ends at, after redirects. */
  String resolve(String key) {
    String end = key;
    for (int hop = 0; hop < MAX_HOPS && redirects.containsKey(end); hop++) {
      end = redirects.get(end);
    }
    return end;
  }

  /** The answer itself, also one that is an error; empty if none was stored. */
  Optional<Stored> stored(String key) {
    return Optional.ofNullable(stored.get(resolve(key)));
  }

  /** Content that could be read. */
  Optional<Stored> content(String key) {
    return stored(key).filter(s -> outcome(key) == Outcome.READ);
  }

  Outcome outcome(String key) {
    String end = resolve(key);
    Stored found = stored.get(end);
    if (gone.contains(key) || gone.contains(end)) {
      return Outcome.GONE;
    }
    if (found != null && GONE.contains(found.status())) {
      return Outcome.GONE;
    }
    if (astray.contains(end)) {
      return Outcome.FAILED;
    }
    if (found != null && found.facts().isPresent()) {
      if (found.facts().get().access().equals(PageFacts.NO_SUCH_PAGE)) {
        return Outcome.GONE;
      }
      return found.facts().get().withheld().isEmpty() ? Outcome.READ : Outcome.FAILED;
    }
    boolean cut = found != null || unread.containsKey(end) || unread.containsKey(key);
    return cut ? Outcome.FAILED : Outcome.UNKNOWN;
  }

  /** In short words why a request failed; empty string if it did not. */
  String failure(String key) {
    if (outcome(key) != Outcome.FAILED) {
      return "";
    }
    String end = resolve(key);
    if (astray.contains(end)) {
      return "broken answer: the start page";
    }
    Stored found = stored.get(end);
    if (found != null && found.facts().isPresent()) {
      return found.facts().get().withheld();
    }
    Unread u = unread.containsKey(end) ? unread.get(end) : unread.get(key);
    String words = u == null ? Integer.toString(found.status()) : u.detail();
    return u != null && u.why() == Unread.Why.ASIDE ? Section.LEFT_OUT + words : words;
  }

  /** True when a request was sent on to the start page instead of an answer. */
  boolean sentHome(String key) {
    return home.contains(key);
  }

  /** True when a trap rule or the host list refused a request. */
  boolean refused(String key) {
    Unread u = unread.containsKey(resolve(key)) ? unread.get(resolve(key)) : unread.get(key);
    return u != null && REFUSALS.contains(u.why());
  }

  /** Keys of every request that was answered, redirects too. */
  Set<String> fetched() {
    return fetched;
  }

  /** Requests whose answer was cut at the body limit, sorted by key. */
  List<PageRequest> truncated() {
    return List.copyOf(truncated.values());
  }

  /** Answers that are no content, as what was not read. */
  List<Unread> withheld() {
    return stored.values().stream()
        .filter(s -> s.facts().isPresent() && outcome(s.request().key()) == Outcome.FAILED)
        .filter(s -> !redirects.containsKey(s.request().key()))
        .map(
            s -> new Unread(s.request(), Unread.Why.FAILED, s.facts().orElseThrow().withheld(), ""))
        .toList();
  }

  Iterable<Unread> unread() {
    return unread.values();
  }
}
