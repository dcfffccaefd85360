package gongkai.catalogue;

import java.util.List;
import java.util.Optional;

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
    Tailoring tailoring) {
  public Catalogue {
    aliases = List.copyOf(aliases);
    hosts = List.copyOf(hosts);
    general = List.copyOf(general);
    items = List.copyOf(items);
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
