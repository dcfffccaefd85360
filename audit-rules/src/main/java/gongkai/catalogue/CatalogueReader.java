package gongkai.catalogue;

import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Fields.Placed;
import gongkai.input.Place;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.message.Message;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a catalogue's rule files: one, or all of a folder. Any file may hold any of the keys {@code
 * bureau, aliases, site, general, lists, match, items}; what they say is joined.
 */
public final class CatalogueReader {
  private final String name;
  private final Complaints complaints = new Complaints();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Set<String> aliases = new LinkedHashSet<>();
  private final Set<String> general = new LinkedHashSet<>();
  private final Set<String> hosts = new LinkedHashSet<>();
  private Optional<Placed> bureau = Optional.empty();
  private Optional<Placed> start = Optional.empty();

  private CatalogueReader(String name) {
    this.name = name;
  }

  /**
   * The catalogue that files make, or everything that is wrong with them.
   *
   * @param name what the catalogue is called: its folder's or file's name
   * @param sources its files; they are read in the order of their names
   */
  public static Reading<Catalogue> read(String name, List<Source> sources) {
    return new CatalogueReader(name)
        .read(sources.stream().sorted(Comparator.comparing(Source::name)).toList());
  }

  private Reading<Catalogue> read(List<Source> sources) {
    List<Fields> files =
        sources.stream().flatMap(s -> YamlReader.read(s, complaints).stream()).toList();
    files.forEach(this::lists);
    MatchReader matches = new MatchReader(lists, complaints);
    files.forEach(file -> heading(file, matches));
    ItemsReader items = new ItemsReader(complaints, matches);
    files.forEach(items::matches);
    files.forEach(items::items);
    List<Item> read = items.all();
    if (sources.isEmpty()) {
      complaints.add(
          new Place(name, 0, ""),
          Message.of("catalogue.noFile"),
          Message.of("catalogue.noFileRight"));
    } else if (files.size() == sources.size() && !items.any()) {
      complaints.add(
          files.stream()
              .filter(file -> file.keys().contains("items"))
              .findFirst()
              .map(file -> file.at("items"))
              .filter(place -> !place.field().isEmpty())
              .orElse(new Place(sources.get(0).name(), 1, "items")),
          Message.of("catalogue.noItem"),
          Message.of("catalogue.noItemRight"));
    }
    return complaints.orElse(
        () ->
            new Catalogue(
                name,
                bureau.map(Placed::text).orElse(name),
                List.copyOf(aliases),
                start.map(Placed::text),
                List.copyOf(hosts),
                List.copyOf(general),
                read,
                Digest.of(sources),
                items.origins(),
                Tailoring.NONE));
  }

  private void lists(Fields file) {
    file.only("bureau", "aliases", "site", "general", "lists", "match", "items");
    file.map("lists")
        .ifPresent(all -> all.keys().forEach(key -> lists.put(key, List.copyOf(all.texts(key)))));
  }

  private void heading(Fields file, MatchReader matches) {
    bureau = once(file, "bureau", bureau);
    aliases.addAll(file.texts("aliases"));
    general.addAll(matches.words(file, "general"));
    file.map("site").ifPresent(this::site);
  }

  private void site(Fields site) {
    site.only("start", "hosts");
    start = once(site, "start", start);
    site.text("start")
        .filter(address -> !isAddress(address))
        .ifPresent(
            address ->
                site.complain(
                    "start",
                    Message.of("catalogue.start", address),
                    Message.of("catalogue.startRight")));
    for (Placed host : site.placedTexts("hosts")) {
      if (host.text().matches("[\\p{L}\\p{N}.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?")) {
        hosts.add(host.text());
      } else {
        complaints.add(
            host.place(),
            Message.of("catalogue.host", host.text()),
            Message.of("catalogue.hostRight"));
      }
    }
  }

  private Optional<Placed> once(Fields fields, String key, Optional<Placed> earlier) {
    Optional<Placed> here = fields.text(key).map(text -> new Placed(text, fields.at(key)));
    if (here.isPresent() && earlier.isPresent()) {
      Place first = earlier.get().place();
      fields.complain(
          key,
          Message.of("catalogue.twice", key, first.file(), first.line()),
          Message.of("input.twiceRight"));
    }
    return earlier.or(() -> here);
  }

  private static boolean isAddress(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() != null
          && List.of("http", "https").contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
