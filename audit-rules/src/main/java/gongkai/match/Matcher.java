package gongkai.match;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.MatchRule;
import gongkai.catalogue.Requirement;
import gongkai.match.Match.Decision;
import gongkai.match.Match.Piece;
import gongkai.match.SectionMap.Meaning;
import gongkai.match.SectionMap.Role;
import gongkai.message.Message;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Matches pages to requirements: by section first, then by title. A score is the sum of named
 * pieces, and the pieces are weighed so that the sum alone decides.
 */
public final class Matcher {
  /** At or above: matched. */
  public static final double UPPER = 0.60;

  /** At or above, below {@link #UPPER}: a candidate for the review queue. */
  public static final double LOWER = 0.35;

  static final double OWN_SECTION = 0.70;
  private static final double SHARED_SECTION = 0.20;
  static final double TITLE = 0.45;
  static final double TITLE_IN_OWN = 0.20;
  private static final double STATEMENT_IN_SHARED = 0.20;
  private static final double NO_SECTION_AGAINST = 0.15;
  private static final double OTHER_SECTION = -0.05;
  private static final double AGAINST = -1.0;

  /** A section is learnt from at least so many pages. */
  private static final int LEAST_TO_LEARN = 2;

  /** Words of a title that may end or revive a document, wherever it stands. */
  private static final List<String> VALIDITY =
      List.of("废止", "失效", "清理", "继续有效", "有效期", "现行有效", "修改", "人社发", "人社规", "印发", "解读");

  /** A title of a document, which may have a number. */
  private static final Pattern DOCUMENT =
      Pattern.compile("通知|意见|办法|细则|规定|规则|方案|决定|规划|措施|制度|通告|批复|函$");

  private final SectionMap sections;
  private final List<String> bureauNames;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> learntSections = new TreeSet<>();
  private Set<String> leaders = Set.of();

  /** A requirement with its word lists compiled. */
  private record Rule(Requirement requirement, List<WordPattern> titles, List<WordPattern> not) {
    MatchRule match() {
      return requirement.match();
    }

    String id() {
      return requirement.id();
    }

    /** A document's number alone can match it. */
    boolean numbered() {
      return match().titles().stream().anyMatch(t -> t.startsWith("#"));
    }
  }

  public Matcher(Catalogue catalogue) {
    sections = new SectionMap(catalogue);
    bureauNames = Names.of(catalogue);
    for (Requirement r : catalogue.requirements()) {
      MatchRule m = r.match();
      rules.add(new Rule(r, patterns(m.titles()), patterns(m.not())));
    }
  }

  private static List<WordPattern> patterns(List<String> sources) {
    return sources.stream().map(WordPattern::new).toList();
  }

  /** What the site's sections stand for; learnt ones are known after {@link #match(Site)}. */
  public SectionMap sections() {
    return sections;
  }

  /** Matches every page of a site. */
  public List<PageMatches> match(Site site) {
    List<SitePage> pages = Stream.concat(site.pages().stream(), site.links().stream()).toList();
    Map<SitePage, PageMatches> found = new LinkedHashMap<>();
    pages.forEach(p -> found.put(p, match(p)));
    if (learnLeaders(found.values()) | learnSections(found.values())) {
      pages.forEach(p -> found.put(p, match(p)));
    }
    return List.copyOf(found.values());
  }

  /** Matches one page by its sections and its words. */
  public PageMatches match(SitePage page) {
    List<Match> matches = new ArrayList<>();
    List<Match> below = new ArrayList<>();
    boolean statement = Statements.is(page);
    List<Meaning> meanings = page.sections().stream().map(sections::of).toList();
    String title = Words.without(page.title(), bureauNames);
    Optional<String> subject = statement ? subject(title, meanings) : Optional.empty();
    String number = Words.normal(page.documentNumber());
    boolean ofNone =
        statement
            && subject.isEmpty()
            && meanings.stream().noneMatch(m -> m.roles().containsValue(Role.OWN))
            && sharing(meanings).noneMatch(r -> r.match().fallback())
            && nobodyElse(meanings, title, number);
    Seen seen = new Seen(page, meanings, number, statement, ofNone);
    List<String> others = otherNames(page, title, number);
    for (Rule rule : rules) {
      String said =
          others.stream()
              .filter(o -> accepts(rule, o))
              .findFirst()
              .orElse(subject.filter(bare -> toldBy(rule, bare, title)).orElse(title));
      match(rule, seen, said)
          .ifPresent(m -> (m.decision() == Decision.NONE ? below : matches).add(m));
    }
    return new PageMatches(page, matches, below, statement);
  }

  /**
   * The title of a statement less 情况说明, where it says by itself what the statement is about:
   * 征集意见情况的说明 tells of no result (征集意见情况), but of no call for opinions.
   */
  private Optional<String> subject(String title, List<Meaning> meanings) {
    String bare = Statements.subject(title);
    return sharing(meanings).anyMatch(r -> accepts(r, bare)) ? Optional.of(bare) : Optional.empty();
  }

  /** The rule takes a statement by its subject, or would take it by the words 情况说明 alone. */
  private static boolean toldBy(Rule rule, String bare, String title) {
    return accepts(rule, bare)
        || meetsAny(rule.titles(), title, "") && !meetsAny(rule.titles(), bare, "");
  }

  private static boolean accepts(Rule rule, String title) {
    return meetsAny(rule.titles(), title, "") && !meetsAny(rule.not(), title, "");
  }

  /**
   * What else may say which requirements a page answers: of a file, or of a page that says nothing
   * but offers files, whose own title no rule knows.
   */
  private List<String> otherNames(SitePage page, String title, String number) {
    List<String> names = page.otherNames();
    return names.isEmpty() || rules.stream().anyMatch(r -> meetsAny(r.titles(), title, number))
        ? List.of()
        : names.stream().map(n -> Words.without(n, bureauNames)).toList();
  }

  /**
   * True when no rule knows a title: what the page answers is said by its text or its files alone.
   */
  public boolean silent(SitePage page) {
    String title = Words.without(page.title(), bureauNames);
    return rules.stream().noneMatch(r -> meetsAny(r.titles(), title, page.documentNumber()));
  }

  /**
   * True when a listing entry of such a title, in such sections, could match anything or end or
   * revive a document.
   */
  public boolean wanted(String title, List<List<String>> sectionPaths) {
    List<Meaning> meanings =
        sectionPaths.stream().map(path -> sections.of(Section.named(path))).toList();
    boolean inGeneral = meanings.stream().allMatch(Meaning::general) && !meanings.isEmpty();
    String normal = Words.without(title, bureauNames);
    return !inGeneral
        || VALIDITY.stream().anyMatch(normal::contains)
        || rules.stream()
            .anyMatch(r -> meetsAny(r.titles(), normal, "") && !meetsAny(r.not(), normal, ""));
  }

  /**
   * Requirements that a page known from its listing may answer once its number and its text are
   * read: as the rules see it with any number and any words. Those that it answers anyway are among
   * them.
   */
  public Set<String> possible(SitePage page) {
    List<Meaning> meanings = page.sections().stream().map(sections::of).toList();
    String title = Words.without(page.title(), bureauNames);
    boolean document = DOCUMENT.matcher(title).find();
    Set<String> ids = new TreeSet<>();
    for (Rule rule : rules) {
      boolean role = meanings.stream().anyMatch(m -> m.roles().containsKey(rule.id()));
      boolean not = (rule.match().notInside() || !role) && meetsAny(rule.not(), title, "");
      boolean worded = meetsAny(rule.titles(), title, "") || document && rule.numbered();
      if (!not && (role || worded)) {
        ids.add(rule.id());
      }
    }
    return ids;
  }

  /**
   * What every rule sees of a page.
   *
   * @param meanings of its sections
   * @param number document number in normal form
   * @param ofNone a statement whose title names none of the duties that share its section, which is
   *     no one's own
   */
  private record Seen(
      SitePage page, List<Meaning> meanings, String number, boolean statement, boolean ofNone) {}

  private Optional<Match> match(Rule rule, Seen seen, String title) {
    SitePage page = seen.page();
    List<Meaning> meanings = seen.meanings();
    String number = seen.number();
    boolean statement = seen.statement();
    String id = rule.requirement().id();
    Optional<Role> role =
        meanings.stream()
            .map(m -> Optional.ofNullable(m.roles().get(id)))
            .flatMap(Optional::stream)
            .min(Role::compareTo);
    boolean own = role.filter(Role.OWN::equals).isPresent();
    boolean accepts = rule.requirement().event() || rule.requirement().statement();
    Optional<WordPattern> worded = firstMet(rule.titles(), title, number);
    List<Piece> pieces = new ArrayList<>();
    if (own) {
      pieces.add(new Piece(OWN_SECTION, Message.of("match.own", sectionNames(page))));
      worded.ifPresent(
          w -> pieces.add(new Piece(TITLE_IN_OWN, Message.of("match.title", w.source()))));
    } else if (role.isPresent()) {
      pieces.add(new Piece(SHARED_SECTION, Message.of("match.shared", sectionNames(page))));
      boolean fallback =
          worded.isEmpty() && rule.match().fallback() && nobodyElse(meanings, title, number);
      worded.ifPresent(w -> pieces.add(new Piece(TITLE, Message.of("match.title", w.source()))));
      if (fallback) {
        pieces.add(new Piece(TITLE, Message.of("match.fallback")));
      }
      if (statement && accepts && worded.isEmpty() && !fallback) {
        ofStatement(rule, seen).ifPresent(pieces::add);
      }
    } else {
      if (worded.isEmpty()) {
        return Optional.empty();
      }
      pieces.add(new Piece(TITLE, Message.of("match.title", worded.get().source())));
      boolean elsewhere = meanings.stream().anyMatch(Meaning::elsewhere);
      pieces.add(
          elsewhere
              ? new Piece(OTHER_SECTION, Message.of("match.elsewhere", sectionNames(page)))
              : new Piece(NO_SECTION_AGAINST, Message.of("match.nothing-against")));
    }
    if (rule.match().notInside() || role.isEmpty()) {
      firstMet(rule.not(), title, number)
          .ifPresent(w -> pieces.add(new Piece(AGAINST, Message.of("match.not", w.source()))));
    }
    if (!statement && !rule.match().says().isEmpty() && !says(rule, page)) {
      pieces.add(
          new Piece(AGAINST, Message.of("match.says", String.join(" / ", rule.match().says()))));
    }
    if (statement && (!accepts || role.isEmpty())) {
      pieces.add(
          new Piece(
              AGAINST, Message.of(accepts ? "match.statement-outside" : "match.no-statement")));
    }
    double score = score(pieces.stream().mapToDouble(Piece::weight).sum());
    return Optional.of(new Match(id, decision(score), score, pieces));
  }

  /**
   * What a statement in a section that several requirements share says for one of them that its
   * title does not name: its text may, and one that names none of them may be about all.
   */
  private static Optional<Piece> ofStatement(Rule rule, Seen seen) {
    String text = seen.page().text();
    List<String> clauses =
        Stream.concat(Stream.of(text), Arrays.stream(text.split("[，。；,;\\n]")))
            .map(Words::normal)
            .toList();
    if (Statements.brief(seen.page()) && clauses.stream().anyMatch(c -> accepts(rule, c))) {
      return Optional.of(new Piece(TITLE, Message.of("match.statement-text")));
    }
    return seen.ofNone()
        ? Optional.of(new Piece(STATEMENT_IN_SHARED, Message.of("match.statement-shared")))
        : Optional.empty();
  }

  /** A sum of pieces within 0 and 1; sums of hundredths are compared as such. */
  static double score(double sum) {
    return Math.round(Math.max(0, Math.min(1, sum)) * 100) / 100.0;
  }

  /** What a score decides. */
  static Decision decision(double score) {
    return score >= UPPER ? Decision.MATCHED : score >= LOWER ? Decision.CANDIDATE : Decision.NONE;
  }

  private static Optional<WordPattern> firstMet(
      List<WordPattern> patterns, String title, String number) {
    return patterns.stream().filter(p -> p.meets(title, number)).findFirst();
  }

  private static boolean meetsAny(List<WordPattern> patterns, String title, String number) {
    return firstMet(patterns, title, number).isPresent();
  }

  /** In a section that several requirements share: no other one's titles claim the page. */
  private boolean nobodyElse(List<Meaning> meanings, String title, String number) {
    return sharing(meanings)
        .filter(r -> !r.match().fallback() && r.match().says().isEmpty())
        .noneMatch(r -> meetsAny(r.titles(), title, number) && !meetsAny(r.not(), title, number));
  }

  /** The rules for which sections stand. */
  private Stream<Rule> sharing(List<Meaning> meanings) {
    return rules.stream()
        .filter(r -> meanings.stream().anyMatch(m -> m.roles().containsKey(r.id())));
  }

  private boolean says(Rule rule, SitePage page) {
    String title = Words.normal(page.title());
    String text = Words.normal(page.text());
    return Stream.concat(rule.match().says().stream().map(Words::normal), leaders.stream())
        .anyMatch(w -> Leaders.speaks(w, title, text));
  }

  /** Names of leaders, as the pages of the requirement that a rule names give them. */
  private boolean learnLeaders(Iterable<PageMatches> found) {
    Set<String> sources = new TreeSet<>();
    rules.forEach(r -> sources.add(r.match().leaders()));
    Set<String> names = new TreeSet<>();
    for (PageMatches m : found) {
      boolean gives =
          m.matches().stream()
              .anyMatch(
                  x -> x.decision() == Decision.MATCHED && sources.contains(x.requirementId()));
      if (gives) {
        names.addAll(Leaders.chief(m.page()));
      }
    }
    leaders = names;
    return !names.isEmpty();
  }

  /**
   * A section of unknown name whose pages match, most of them, one requirement by their text is
   * that requirement's.
   */
  private boolean learnSections(Iterable<PageMatches> found) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, Section> byKey = new TreeMap<>();
    for (PageMatches m : found) {
      for (Section s : m.page().sections()) {
        if (!sections.of(s).unknown()) {
          continue;
        }
        String key = s.key();
        byKey.put(key, s);
        sizes.merge(key, 1, Integer::sum);
        m.matches().stream()
            .filter(x -> x.decision() == Decision.MATCHED)
            .forEach(
                x ->
                    counts
                        .computeIfAbsent(key, k -> new TreeMap<>())
                        .merge(x.requirementId(), 1, Integer::sum));
      }
    }
    boolean learnt = false;
    for (Map.Entry<String, Map<String, Integer>> e : counts.entrySet()) {
      int size = sizes.get(e.getKey());
      List<String> most =
          e.getValue().entrySet().stream()
              .filter(c -> c.getValue() * 2 > size && c.getValue() >= LEAST_TO_LEARN)
              .map(Map.Entry::getKey)
              .toList();
      if (most.size() == 1) {
        sections.learn(byKey.get(e.getKey()), most.get(0));
        learntSections.add(byKey.get(e.getKey()).url());
        learnt = true;
      }
    }
    return learnt;
  }

  /** Addresses of sections of unknown name that were taken as one requirement's. */
  public Set<String> learnt() {
    return Set.copyOf(learntSections);
  }

  private static String sectionNames(SitePage page) {
    return String.join(
        " | ", page.sections().stream().map(s -> String.join(" > ", s.path())).distinct().toList());
  }
}
