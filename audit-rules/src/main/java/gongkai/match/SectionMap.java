package gongkai.match;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.site.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which requirements a section's name stands for. */
public final class SectionMap {
  /** What a section says about a requirement. */
  public enum Role {
    /** The requirement's own section: it can carry a match alone. */
    OWN,
    /** One that several requirements share: there the title decides. */
    SHARED
  }

  /**
   * What a name or a whole section stands for.
   *
   * @param roles by requirement id, in the catalogue's order; empty map for an unknown or a general
   *     section
   * @param general it answers nothing
   * @param inherited its own name is unknown, and what stands here is said by a section above it
   */
  public record Meaning(Map<String, Role> roles, boolean general, boolean inherited) {
    public Meaning {
      roles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /** Nothing is known about the name. */
    public boolean unknown() {
      return roles.isEmpty() && !general;
    }

    /** It stands for other things than a page's title says: a name that is known, or general. */
    boolean elsewhere() {
      return general || !roles.isEmpty() && !inherited;
    }
  }

  private static final Meaning UNKNOWN = new Meaning(Map.of(), false, false);
  private static final Meaning GENERAL = new Meaning(Map.of(), true, false);

  /** 2025年, 第一季度: such a section is the one above it, cut by time. */
  private static final Pattern ARCHIVE =
      Pattern.compile("[\\d\\s年度月份季第一二三四五六七八九十上下半〇○零至到及以前历往—~-]+");

  private static final Pattern BRACKETED = Pattern.compile("([^（(]*)[（(]([^（()）]{2,})[)）](.*)");

  private record Rule(
      Pattern name,
      boolean exact,
      boolean below,
      List<Pattern> above,
      String requirementId,
      Role role) {}

  private record Named(Pattern name, boolean exact) {}

  private record Titles(List<WordPattern> words, List<WordPattern> not) {}

  private final Map<String, Titles> titles = new LinkedHashMap<>();

  private final List<Rule> rules = new ArrayList<>();
  private final List<Named> general = new ArrayList<>();
  private final List<String> bureauNames;
  private final Map<String, String> categories = new HashMap<>();

  /** By address and path: a section read twice is the same section. */
  private final Map<String, Meaning> meanings = new HashMap<>();

  public SectionMap(Catalogue catalogue) {
    bureauNames = Names.of(catalogue);
    for (Requirement r : catalogue.requirements()) {
      r.match().sections().forEach(s -> rules.add(rule(s, r.id(), Role.OWN)));
      r.match().shared().forEach(s -> rules.add(rule(s, r.id(), Role.SHARED)));
      titles.put(
          r.id(),
          new Titles(
              r.match().titles().stream().map(WordPattern::new).toList(),
              r.match().not().stream().map(WordPattern::new).toList()));
    }
    for (Item item : catalogue.items()) {
      item.requirements().forEach(r -> categories.put(r.id(), Words.normal(item.category())));
    }
    catalogue.general().forEach(g -> general.add(new Named(name(g), !g.contains("*"))));
  }

  /**
   * {@code 行政执法*>统计年报}: parts above the last must occur in the path, in order. {@code 公开目录$}: the
   * section itself, and none below it, because many a site's whole tree stands below such a name.
   */
  private Rule rule(String source, String id, Role role) {
    boolean below = !source.endsWith("$");
    String[] parts = (below ? source : source.substring(0, source.length() - 1)).split(">");
    List<Pattern> above = new ArrayList<>();
    for (int i = 0; i < parts.length - 1; i++) {
      above.add(name(parts[i]));
    }
    String last = parts[parts.length - 1];
    return new Rule(name(last), !last.contains("*"), below, above, id, role);
  }

  private Pattern name(String source) {
    StringBuilder regex = new StringBuilder();
    String separator = "";
    String[] pieces = source.split("\\*", -1);
    for (int i = 0; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      String piece = last ? Words.sectionName(pieces[i], bureauNames) : Words.normal(pieces[i]);
      regex.append(separator).append(Pattern.quote(piece));
      separator = ".*";
    }
    return Pattern.compile(regex.toString());
  }

  /**
   * What a section stands for: its own names first, else those of the nearest section above that
   * says something.
   */
  public Meaning of(Section section) {
    String key = section.key();
    Meaning known = meanings.get(key);
    if (known == null) {
      known = meaning(section);
      meanings.put(key, known);
    }
    return known;
  }

  /** True if the section's own names stand for a requirement, not only those of one above it. */
  public boolean named(Section section, String requirementId) {
    return meaning(withParts(section.names()), section.path(), false)
        .roles()
        .containsKey(requirementId);
  }

  /** Takes a section of unknown name as a requirement's own from now on. */
  void learn(Section section, String requirementId) {
    meanings.put(section.key(), new Meaning(Map.of(requirementId, Role.OWN), false, false));
  }

  private Meaning meaning(Section section) {
    Meaning own = meaning(withParts(section.names()), section.path(), false);
    List<String> path = section.path();
    for (int depth = path.size() - 1; own.unknown() && depth > 0; depth--) {
      own = meaning(List.of(path.get(depth - 1)), path.subList(0, depth), true);
      own = new Meaning(own.roles(), own.general(), !ARCHIVE.matcher(section.name()).matches());
    }
    return own;
  }

  /** 公文库（规范性文件） is named by what stands inside and outside the brackets too. */
  private static List<String> withParts(List<String> names) {
    List<String> all = new ArrayList<>(names);
    for (String name : names) {
      java.util.regex.Matcher bracketed = BRACKETED.matcher(name);
      if (bracketed.matches()) {
        all.add(bracketed.group(2));
        all.add(bracketed.group(1) + bracketed.group(3));
      }
    }
    return all.stream().filter(n -> !n.isBlank()).toList();
  }

  /**
   * A name at its place in the tree (社会保险>政策法规) says more than one that a rule lists, that more
   * than a general one that fits a pattern (…动态), that more than one of a rule, and that more than
   * one with a title's words.
   */
  private Meaning meaning(List<String> names, List<String> path, boolean fromBelow) {
    List<String> bare = names.stream().map(n -> Words.sectionName(n, bureauNames)).toList();
    List<String> above =
        path.subList(0, path.size() - 1).stream()
            .map(n -> Words.sectionName(n, bureauNames))
            .toList();
    List<Rule> named =
        rules.stream()
            .filter(r -> bare.stream().anyMatch(n -> r.name().matcher(n).matches()))
            .filter(r -> within(above, r.above()))
            .toList();
    if (fromBelow && named.stream().anyMatch(r -> !r.below())) {
      return UNKNOWN;
    }
    Map<String, Role> placed = roles(named.stream().filter(r -> !r.above().isEmpty()).toList());
    if (!placed.isEmpty()) {
      return new Meaning(placed, false, false);
    }
    for (boolean exact : new boolean[] {true, false}) {
      Map<String, Role> roles = roles(named.stream().filter(r -> r.exact() == exact).toList());
      if (exact && !roles.isEmpty()) {
        return new Meaning(roles, false, false);
      }
      boolean isGeneral =
          bare.stream()
              .anyMatch(
                  n ->
                      general.stream()
                          .anyMatch(g -> g.exact() == exact && g.name().matcher(n).matches()));
      if (isGeneral) {
        return GENERAL;
      }
      if (!roles.isEmpty()) {
        return new Meaning(roles, false, false);
      }
    }
    return byTitleWords(names);
  }

  private static Map<String, Role> roles(List<Rule> met) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Rule rule : met) {
      roles.merge(rule.requirementId(), rule.role(), (a, b) -> a == Role.OWN ? a : b);
    }
    return roles;
  }

  /**
   * The section's name has the words of one requirement's titles, or of several that then share it.
   */
  private Meaning byTitleWords(List<String> names) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (String name : names) {
      String bare = Words.without(name, bureauNames);
      titles.forEach(
          (id, t) -> {
            boolean meets = t.words().stream().anyMatch(w -> w.meets(bare, ""));
            if (meets && t.not().stream().noneMatch(w -> w.meets(bare, ""))) {
              roles.put(id, Role.SHARED);
            }
          });
    }
    if (roles.size() == 1) {
      roles.replaceAll((id, role) -> Role.OWN);
    }
    return roles.isEmpty() ? UNKNOWN : new Meaning(roles, false, false);
  }

  /**
   * True when the requirement's own section may stand below one of such a name: a part of the
   * disclosure platform, or the requirement's category in the catalogue.
   */
  public boolean leadsTo(Section section, Requirement requirement) {
    String category = categories.getOrDefault(requirement.id(), "");
    return section.names().stream()
        .anyMatch(
            name ->
                Hubs.named(name) || !category.isEmpty() && Words.normal(name).contains(category));
  }

  private static boolean within(List<String> above, List<Pattern> wanted) {
    int next = 0;
    for (String name : above) {
      if (next < wanted.size() && wanted.get(next).matcher(name).matches()) {
        next++;
      }
    }
    return next == wanted.size();
  }
}
