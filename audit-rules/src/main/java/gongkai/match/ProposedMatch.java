package gongkai.match;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.MatchRule;
import gongkai.match.Subjects.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matching rules for a catalogue that nobody has tuned yet, proposed from what its requirements are
 * called: by the common subjects of such catalogues where one is told by its name, else by the
 * requirement's own words. A rule of the second kind is only {@link MatchRule#proposed()}.
 *
 * <p>The rules are in the notation of a rule file; {@code $name} stands for a list of {@link
 * #lists(String)}, which the file must hold too.
 */
public final class ProposedMatch {
  /** A shorter word is in too many titles to tell any. */
  private static final int LEAST_TITLE = 4;

  /** A longer name is a sentence, which no title repeats. */
  private static final int LONGEST_TITLE = 12;

  private static final Pattern BRACKETED = Pattern.compile("[(（\\[【〔][^)）\\]】〕]*[)）\\]】〕]");
  private static final Pattern SIGNS = Pattern.compile("[+*^$#>\\s“”\"'‘’《》〈〉「」]");
  private static final Pattern PARTS = Pattern.compile("[、；;，,。：:/]+|以及|(?<=..)[及与](?=..)");
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(\\d+(?:[.．]\\d+)+[.．、]?|\\d+[.．、]|[（(]?[一二三四五六七八九十]+[)）、]|关于|有关|相关|本级|本部门|本单位|本机关|本局|主动|及时|公开|公布|发布|其他)+");
  private static final Pattern AFTER =
      Pattern.compile("(的|有关|相关|信息|情况|内容|事项|公开|公示|公布|目录|栏目|专栏|工作|等)+$");

  private ProposedMatch() {}

  /**
   * A requirement as its catalogue has it.
   *
   * @param category 事项类别; empty string if the catalogue has none
   * @param item name of the item
   * @param name of the requirement, or the words of its duty
   * @param column section of the site that the catalogue names (网站所属栏目); steps may be separated by
   *     {@code >}; empty string if it names none
   */
  public record Imported(String id, String category, String item, String name, String column) {}

  /** The rules of a catalogue's requirements, by id, in their order. */
  public static Map<String, MatchRule> of(String bureau, List<Imported> requirements) {
    Map<String, Set<String>> itemsOf = new HashMap<>();
    for (Imported r : requirements) {
      subject(r)
          .ifPresent(
              s -> itemsOf.computeIfAbsent(s.name(), n -> new LinkedHashSet<>()).add(item(r)));
    }
    Map<String, MatchRule> rules = new LinkedHashMap<>();
    for (Imported r : requirements) {
      // a subject of several items tells none of them
      Optional<Subject> subject = subject(r);
      boolean told = subject.filter(s -> itemsOf.get(s.name()).size() == 1).isPresent();
      rules.put(r.id(), told ? bySubject(r, subject.get(), bureau) : byWords(r, subject));
    }
    return apart(requirements, rules);
  }

  /** The rules proposed for a whole catalogue, whatever rules it has. */
  public static Map<String, MatchRule> of(Catalogue catalogue) {
    return of(
        catalogue.bureau(),
        catalogue.items().stream()
            .flatMap(
                i ->
                    i.requirements().stream()
                        .map(r -> new Imported(r.id(), i.category(), i.name(), r.name(), "")))
            .toList());
  }

  /** The word lists that the rules name, for the {@code lists:} of the rule file. */
  public static Map<String, List<String>> lists(String bureau) {
    return Subjects.lists(bureau);
  }

  /** The sections that answer nothing, for the {@code general:} of the rule file. */
  public static List<String> general() {
    return Subjects.general();
  }

  private static String item(Imported r) {
    return r.category() + ">" + r.item();
  }

  /** What most parts of the requirement's name are about; of as many, the first. */
  private static Optional<Subject> subject(Imported r) {
    String above = r.category() + " " + r.item();
    List<String> parts = parts(r.name());
    Map<Subject, Integer> counts = new LinkedHashMap<>();
    for (String part : parts.isEmpty() ? List.of(r.name()) : parts) {
      Subjects.of(above, part).ifPresent(s -> counts.merge(s, 1, Integer::sum));
    }
    int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
    return counts.keySet().stream()
        .filter(s -> counts.get(s) == most)
        .findFirst()
        .or(() -> Subjects.of(above, r.name()));
  }

  private static MatchRule bySubject(Imported r, Subject s, String bureau) {
    Set<String> sections = new LinkedHashSet<>(column(r));
    names(r.name()).forEach(sections::add);
    sections.addAll(s.sections());
    Set<String> shared = new LinkedHashSet<>(s.shared());
    names(r.category()).filter(c -> !sections.contains(c)).forEach(shared::add);
    names(r.item()).filter(c -> !sections.contains(c)).forEach(shared::add);
    Set<String> titles = new LinkedHashSet<>();
    for (String word : s.titles()) {
      if (word.equals("$numbers")) {
        titles.addAll(Subjects.numbers(bureau));
      } else {
        titles.add(word);
      }
    }
    return new MatchRule(
        List.copyOf(sections),
        List.copyOf(shared),
        s.fallback(),
        List.copyOf(titles),
        s.not(),
        !s.outside(),
        List.of(),
        "",
        false);
  }

  /**
   * The section and the titles that bear its name; what its subject's sections hold, by the title.
   */
  private static MatchRule byWords(Imported r, Optional<Subject> subject) {
    Set<String> sections = new LinkedHashSet<>(column(r));
    Set<String> titles = new LinkedHashSet<>();
    for (String part :
        Stream.concat(Stream.of(r.name()), parts(r.name()).stream()).distinct().toList()) {
      names(part).forEach(sections::add);
      String core = core(part);
      if (core.length() >= LEAST_TITLE && core.length() <= LONGEST_TITLE) {
        sections.add("*" + core + "*");
        titles.add(core);
      }
      names(r.category())
          .filter(c -> core.length() > 1)
          .forEach(c -> sections.add("*" + c + "*>" + core));
    }
    Set<String> shared = new LinkedHashSet<>();
    names(r.category()).forEach(shared::add);
    names(r.item()).forEach(shared::add);
    subject.ifPresent(
        s -> s.sections().stream().filter(n -> !n.contains("*")).forEach(shared::add));
    shared.removeAll(sections);
    return new MatchRule(
        List.copyOf(sections),
        List.copyOf(shared),
        false,
        List.copyOf(titles),
        List.of("$news"),
        true,
        List.of(),
        "",
        true);
  }

  /**
   * A name that several items would call their own section is one that they share, and a name that
   * is shared is shared by everyone whose patterns fit it: a name that is written out goes before
   * patterns.
   */
  private static Map<String, MatchRule> apart(
      List<Imported> requirements, Map<String, MatchRule> rules) {
    Map<String, Set<String>> claims = new HashMap<>();
    for (Imported r : requirements) {
      for (String name : rules.get(r.id()).sections()) {
        claims.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(item(r));
      }
    }
    Predicate<String> several = name -> claims.get(name).size() > 1;
    Set<String> common = new LinkedHashSet<>();
    for (MatchRule rule : rules.values()) {
      rule.shared().stream().filter(ProposedMatch::plain).forEach(common::add);
      rule.sections().stream().filter(ProposedMatch::plain).filter(several).forEach(common::add);
    }
    claims.forEach(
        (name, items) -> {
          if (items.size() == 1) {
            common.remove(name);
          }
        });
    Map<String, MatchRule> apart = new LinkedHashMap<>();
    rules.forEach(
        (id, rule) -> {
          List<String> own = rule.sections().stream().filter(several.negate()).toList();
          Set<String> shared = new LinkedHashSet<>();
          rule.sections().stream().filter(several).forEach(shared::add);
          shared.addAll(rule.shared());
          common.stream()
              .filter(
                  name -> Stream.concat(own.stream(), shared.stream()).anyMatch(s -> fits(s, name)))
              .toList()
              .forEach(shared::add);
          own.forEach(shared::remove);
          apart.put(
              id,
              new MatchRule(
                  own,
                  List.copyOf(shared),
                  rule.fallback(),
                  rule.titles(),
                  rule.not(),
                  rule.notInside(),
                  rule.says(),
                  rule.leaders(),
                  rule.proposed()));
        });
    return apart;
  }

  private static boolean plain(String section) {
    return !section.contains("*") && !section.contains(">") && !section.contains("$");
  }

  /** A pattern of sections fits a name. */
  private static boolean fits(String section, String name) {
    return section.contains("*")
        && !section.contains(">")
        && Pattern.matches(
            Arrays.stream(section.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            name);
  }

  /** The column that the catalogue names, at its place in the tree. */
  private static List<String> column(Imported r) {
    List<String> steps =
        Arrays.stream(r.column().split("[>＞/\\\\→—\\-]+"))
            .map(s -> SIGNS.matcher(s).replaceAll(""))
            .filter(s -> !s.isEmpty())
            .toList();
    if (steps.isEmpty()) {
      return List.of();
    }
    String last = steps.get(steps.size() - 1);
    return steps.size() == 1
        ? List.of(last)
        : List.of("*" + steps.get(steps.size() - 2) + "*>" + last, last);
  }

  /** A name as a section may bear it: whole, without brackets, without words that say nothing. */
  private static Stream<String> names(String text) {
    String whole = SIGNS.matcher(BRACKETED.matcher(text).replaceAll("")).replaceAll("");
    return Stream.of(whole, core(text))
        .filter(n -> n.length() > 1 && n.length() <= LONGEST_TITLE + LEAST_TITLE)
        .distinct();
  }

  private static String core(String text) {
    String bare = SIGNS.matcher(BRACKETED.matcher(text).replaceAll("")).replaceAll("");
    String core = AFTER.matcher(BEFORE.matcher(bare).replaceFirst("")).replaceFirst("");
    return core.length() > 1 ? core : bare;
  }

  private static List<String> parts(String name) {
    List<String> parts =
        new ArrayList<>(Arrays.asList(PARTS.split(BRACKETED.matcher(name).replaceAll(""))));
    parts.removeIf(String::isBlank);
    return parts.size() > 1 ? parts : List.of();
  }
}
