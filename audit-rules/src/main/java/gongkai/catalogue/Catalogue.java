package gongkai.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bureau's catalogue of information to be disclosed (主动公开基本目录), as rules.
 *
 * @param name the folder's or file's name: {@code liaocheng-hrss}
 * @param bureau the bureau's name
 * @param aliases other names under which the bureau's pages mention it (市人社局 …); deleted from
 *     titles before matching
 * @param start the site's start address; empty if the rule file has none
 * @param hosts further hosts of the same bureau
 * @param general names of sections that answer nothing (新闻动态, 通知公告, 专题 …): pages there are at best
 *     candidates
 * @param items in the catalogue's order, at least one
 * @param digest SHA-256 over the rule files, lower-case hex
 * @param origins where each part was read
 * @param tailoring what a user's file changed
 * @param parts the catalogues that {@link #beside} joined, this bureau's first; empty list where
 *     there is but one
 */
public record Catalogue(
    String name,
    String bureau,
    List<String> aliases,
    Optional<String> start,
    List<String> hosts,
    List<String> general,
    List<Item> items,
    String digest,
    Origins origins,
    Tailoring tailoring,
    List<Catalogue> parts) {
  public Catalogue {
    aliases = List.copyOf(aliases);
    hosts = List.copyOf(hosts);
    general = List.copyOf(general);
    items = List.copyOf(items);
    parts = List.copyOf(parts);
  }

  /** One catalogue alone. */
  public Catalogue(
      String name,
      String bureau,
      List<String> aliases,
      Optional<String> start,
      List<String> hosts,
      List<String> general,
      List<Item> items,
      String digest,
      Origins origins,
      Tailoring tailoring) {
    this(
        name, bureau, aliases, start, hosts, general, items, digest, origins, tailoring, List.of());
  }

  /**
   * This catalogue with the items of others after its own. Each is judged by itself, as if it were
   * alone, but for this bureau: what a page answers in one changes nothing in another.
   *
   * @param others no id of theirs is an id here, see {@link #sharedId}
   */
  public Catalogue beside(List<Catalogue> others) {
    List<Catalogue> joined = new ArrayList<>(each());
    others.forEach(o -> joined.add(o.of(this)));
    return new Catalogue(
        name,
        bureau,
        aliases,
        start,
        hosts,
        general,
        joined.stream().flatMap(c -> c.items().stream()).toList(),
        digest,
        origins,
        tailoring,
        joined);
  }

  /** The same rules for the site of another's bureau. */
  private Catalogue of(Catalogue whose) {
    List<String> names = Stream.concat(whose.aliases.stream(), aliases.stream()).toList();
    return new Catalogue(
        name, whose.bureau, names, start, hosts, general, items, digest, origins, tailoring);
  }

  /** The catalogues to judge by, each by itself. */
  public List<Catalogue> each() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** The catalogues beside this bureau's own; empty list if none. */
  public List<Catalogue> beside() {
    return each().subList(1, each().size());
  }

  /** The first id of an item or a requirement that another catalogue has too. */
  public Optional<String> sharedId(Catalogue other) {
    Set<String> own = ids().collect(Collectors.toSet());
    return other.ids().filter(own::contains).findFirst();
  }

  private Stream<String> ids() {
    return items.stream()
        .flatMap(
            i -> Stream.concat(Stream.of(i.id()), i.requirements().stream().map(Requirement::id)));
  }

  /** Every requirement in order, also those switched off: pages may be theirs all the same. */
  public List<Requirement> requirements() {
    return items.stream().flatMap(i -> i.requirements().stream()).toList();
  }

  /** The requirements that are judged, in order: all but those switched off. */
  public List<Requirement> judged() {
    return requirements().stream().filter(r -> tailoring.off(r.id()).isEmpty()).toList();
  }

  Catalogue with(List<Item> changed, Tailoring by) {
    return new Catalogue(
        name, bureau, aliases, start, hosts, general, changed, digest, origins, by);
  }
}
