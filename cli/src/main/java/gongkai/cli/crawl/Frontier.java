package gongkai.cli.crawl;

import gongkai.page.PageRequest;
import gongkai.snapshot.Unread.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known and not yet asked. An address is taken once, at the moment it is found; it waits
 * until its host's robots.txt is known, then in the queue of its host. Not safe for threads.
 */
final class Frontier {
  private final Crawl.Options options;
  private final Sites sites;
  private final Traps traps;
  private final Shapes shapes;
  private final Outside outside;
  private final Set<String> known = new HashSet<>();
  private final Set<String> probed = new HashSet<>();

  /** Of the undecided those that are no columns. */
  private final Set<String> articles = new HashSet<>();

  /** Wanted because navigation links to it, and not yet asked for. */
  private final Set<String> linked = new HashSet<>();

  private final Set<String> trapped = new HashSet<>();
  private final Map<String, Target> tooDeep = new LinkedHashMap<>();
  private final Map<String, Target> undecided = new LinkedHashMap<>();
  private final Map<String, Origin> origins = new HashMap<>();
  private final Map<String, HostGate> gates = new LinkedHashMap<>();
  private final Map<String, String> schemes = new HashMap<>();
  private int held;

  /** What the frontier needs done. */
  interface Outside {
    /** Find the address of a host, then call {@link Frontier#resolved}. */
    void resolve(String origin);

    /** A target will not be asked; {@code noConnection} when its host never answered. */
    void refused(Target target, Why why, String detail, boolean noConnection);
  }

  /** One scheme, host and port, and what its robots.txt says. */
  private static final class Origin {
    private final List<Target> held = new ArrayList<>();
    private HostGate gate;
    private RobotsFile robots;
    private Shut shut;
  }

  private record Shut(Why why, String detail, boolean noConnection) {}

  Frontier(Crawl.Options options, Sites sites, Traps traps, Shapes shapes, Outside outside) {
    this.options = options;
    this.sites = sites;
    this.traps = traps;
    this.shapes = shapes;
    this.outside = outside;
  }

  /** A start address, or the start's other scheme: asked whatever is known of it. */
  void start(Target target) {
    known.add(target.key());
    admit(target);
  }

  /** A link to a page of the asked hosts. Others are no part of the crawl. */
  void want(Target target) {
    String key = target.key();
    if (known.contains(key) || !sites.asked(target.host())) {
      return;
    }
    if (target.kind() == Target.Kind.PROBE) {
      probe(target);
      return;
    }
    boolean listed =
        target.kind() == Target.Kind.ARTICLE
            || target.kind() == Target.Kind.LIST_PAGE
            || target.kind() == Target.Kind.FILE;
    if (!listed) {
      boolean section = target.kind() == Target.Kind.SECTION;
      var trap = traps.catching(target.url(), section ? target.words() : "");
      if (trap.isPresent()) {
        if (!trapped.add(key)) {
          return;
        }
        Why why = trap.get().cut() ? Why.TRAP : Why.ASIDE;
        outside.refused(target, why, trap.get().name(), false);
        return;
      }
    }
    if (target.depth() > options.limits().maxDepth()) {
      tooDeep.putIfAbsent(key, target);
      return;
    }
    boolean waits =
        target.kind() == Target.Kind.BODY
            || target.kind() == Target.Kind.SECTION && articles.contains(key);
    if (waits && undecided.containsKey(key)) {
      return;
    }
    known.add(key);
    tooDeep.remove(key);
    undecided.remove(key);
    if (target.kind() == Target.Kind.SECTION) {
      linked.add(key);
    }
    admit(target);
  }

  /** That a file is there does not mean that it was read: it may still be wanted as a page. */
  private void probe(Target target) {
    if (probed.add(target.key())) {
      admit(target);
    }
  }

  /** A page whose links are not followed: it has been seen under other addresses. */
  void copy(Target target) {
    outside.refused(target, Why.TRAP, "copy of a page seen before", false);
  }

  /**
   * An entry of which it is not yet known whether it decides anything.
   *
   * @param article it has a date, so it is no column
   */
  void note(Target target, boolean article) {
    boolean waits = !known.contains(target.key()) || article && linked.contains(target.key());
    if (waits && sites.asked(target.host())) {
      undecided.putIfAbsent(target.key(), target);
      if (article) {
        articles.add(target.key());
      }
    }
  }

  /**
   * True for what navigation links to and a listing has meanwhile shown to be one of its pages: the
   * start page offers the newest articles. It waits with them then.
   */
  boolean onlyListed(Target target) {
    boolean listed = linked.contains(target.key()) && articles.contains(target.key());
    if (listed) {
      linked.remove(target.key());
      known.remove(target.key());
    }
    return listed;
  }

  /** It is asked for: whatever lists it now comes too late. */
  void asking(Target target) {
    linked.remove(target.key());
  }

  /** Entries that are to be read after all. */
  void decided(Set<String> keys) {
    List<Target> wanted =
        undecided.values().stream().filter(target -> keys.contains(target.key())).toList();
    wanted.forEach(target -> undecided.remove(target.key()));
    wanted.forEach(this::want);
  }

  boolean knows(String key) {
    return known.contains(key) || undecided.containsKey(key);
  }

  /**
   * A page's continuation: the next page of its listing, or where it sends its reader. On another
   * host it is refused, because something is cut there.
   */
  void wantHop(Target target, String detail) {
    if (!sites.asked(target.host())) {
      if (known.add(target.key())) {
        outside.refused(target, Why.HOST, detail, false);
      }
      return;
    }
    want(target);
  }

  /** The next hop of a redirect; its address may be its own again with the other scheme. */
  void redirected(Target hop, String from) {
    boolean sameAddress = hop.key().equals(PageRequest.get(from).key());
    if (!known.add(hop.key()) && !sameAddress) {
      return;
    }
    admit(hop);
  }

  /** From now on a target's host is asked with its scheme: the other one does not answer. */
  void prefer(Target working) {
    schemes.put(working.host(), working.url().substring(0, working.url().indexOf(':')));
  }

  /** What a page that is being rendered asks for. */
  void resource(Target target) {
    if (sites.asked(target.host())) {
      admit(target);
    } else {
      outside.refused(target, Why.HOST, target.host(), false);
    }
  }

  /** Back into its queue, for another attempt. */
  void again(Target target) {
    gate(target).add(target);
  }

  /** The next hop of a robots.txt, which no robots.txt governs; false if its host is not asked. */
  boolean robotsHop(Target hop) {
    Origin origin = origins.get(hop.origin());
    if (!sites.asked(hop.host()) || origin == null || origin.gate == null) {
      return false;
    }
    origin.gate.add(hop);
    return true;
  }

  private void admit(Target wanted) {
    String scheme = schemes.get(wanted.host());
    Target target =
        scheme == null || wanted.kind() == Target.Kind.START
            ? wanted
            : wanted.at(scheme + wanted.url().substring(wanted.url().indexOf("://")));
    Origin origin = origins.get(target.origin());
    if (origin == null) {
      origin = new Origin();
      origins.put(target.origin(), origin);
      outside.resolve(target.origin());
    }
    if (origin.shut != null) {
      refuse(target, origin.shut);
    } else if (origin.robots == null) {
      origin.held.add(target);
      held++;
    } else {
      enter(origin, target);
    }
  }

  private void enter(Origin origin, Target target) {
    origin
        .robots
        .forbids(target.url())
        .ifPresentOrElse(
            rule -> outside.refused(target, Why.ROBOTS, rule, false),
            () -> origin.gate.add(target));
  }

  /**
   * The host of an origin stands at an address; the next thing asked of it is robots.txt.
   *
   * @param address what the rate is counted by; with a proxy the host's name
   */
  void resolved(String origin, String address, long now) {
    HostGate gate =
        gates.computeIfAbsent(
            address,
            a -> new HostGate(options.manners().rate(), options.manners().connections(), now));
    origins.get(origin).gate = gate;
    if (options.manners().robotsConsent().isEmpty()) {
      gate.add(Target.of(origin + "/robots.txt", Target.Kind.ROBOTS, 0, "", ""));
    } else {
      open(origin, RobotsFile.NONE);
    }
  }

  void open(String name, RobotsFile robots) {
    Origin origin = origins.get(name);
    origin.robots = robots;
    robots.delay().ifPresent(delay -> origin.gate.crawlDelay(delay.toNanos()));
    release(origin, target -> enter(origin, target));
  }

  /** Nothing is asked of this origin, now or later. */
  void shut(String name, Why why, String detail, boolean noConnection) {
    Origin origin = origins.get(name);
    origin.shut = new Shut(why, detail, noConnection);
    release(origin, target -> refuse(target, origin.shut));
  }

  private void refuse(Target target, Shut shut) {
    outside.refused(target, shut.why(), shut.detail(), shut.noConnection());
  }

  private void release(Origin origin, Consumer<Target> then) {
    List<Target> freed = List.copyOf(origin.held);
    held -= freed.size();
    origin.held.clear();
    freed.forEach(then);
  }

  HostGate gate(Target target) {
    return origins.get(target.origin()).gate;
  }

  Collection<HostGate> gates() {
    return gates.values();
  }

  /** How many targets wait. */
  int waiting() {
    return held + gates.values().stream().mapToInt(HostGate::size).sum();
  }

  /** A shape that has brought nothing new for long; entries and pages of listings are exempt. */
  boolean exhausted(Target target) {
    return switch (target.kind()) {
      case SECTION, BODY -> target.depth() > 1 && shapes.exhausted(target.url());
      default -> false;
    };
  }

  /** Everything that still waits, in order; nothing waits afterwards. */
  List<Target> drain() {
    List<Target> rest = new ArrayList<>();
    gates.values().forEach(gate -> rest.addAll(gate.drain()));
    origins.values().forEach(origin -> release(origin, rest::add));
    return rest;
  }

  Collection<Target> tooDeep() {
    return tooDeep.values();
  }

  Map<String, Target> undecided() {
    return Map.copyOf(undecided);
  }
}
