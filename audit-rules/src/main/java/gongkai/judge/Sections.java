package gongkai.judge;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Requirement;
import gongkai.match.Hubs;
import gongkai.match.Match;
import gongkai.match.PageMatches;
import gongkai.match.SectionMap;
import gongkai.match.SectionMap.Role;
import gongkai.message.Message;
import gongkai.page.Addresses;
import gongkai.page.ListingEntry;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sections a rule names, as found on the site: whether they were read, whether they hold
 * anything.
 */
public final class Sections {
  /** A text of nothing but such words is no text. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "暂无(相关)?(数据|信息|内容|记录|文章|资料)?|(该|本)?(栏目|内容|页面)?(正在)?(建设|更新|整理|完善)(之)?中|敬请期待|无(相关)?(记录|数据|信息|内容)|没有(相关)?(内容|信息|数据|记录)|nodata|[0-9共条页第首尾上下末一/<>]+");

  /** Names of files that stand for the folder that they lie in. */
  private static final Pattern OF_ITS_FOLDER = Pattern.compile("(?i)index|default|list|main|home");

  private static final Pattern INDEX = Pattern.compile("(?i)/(index|default)\\.\\w+$");

  private static final int LEAST_TEXT = 10;

  private static final Set<Verdict> GAPS =
      Set.of(Verdict.STALE, Verdict.LATE, Verdict.EMPTY, Verdict.MISSING);

  private final Site site;
  private final SectionMap names;
  private final boolean complete;
  private final Map<String, String> failedPages = new HashMap<>();
  private final Optional<String> elsewhere;

  /** Addresses at which a page of its own stands: a text, a file, a picture. */
  private final Set<String> matter;

  Sections(Site site, SectionMap names, List<PageMatches> pages, boolean complete) {
    this.site = site;
    this.names = names;
    this.complete = complete;
    for (PageMatches m : pages) {
      SitePage p = m.page();
      // of a page that answers something its file need not be known
      String file = m.matches().isEmpty() ? p.failedFile() : "";
      String failed = p.failed().isEmpty() ? file : p.url() + ": " + p.failed();
      if (!failed.isEmpty()) {
        p.sections().forEach(s -> failedPages.putIfAbsent(s.key(), failed));
      }
    }
    elsewhere = elsewhere(pages);
    matter = site.pages().stream().map(SitePage::url).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The disclosure platform (政府信息公开) where the site's only link to one leads to a host that was not
   * read. A bureau whose columns stand on the government's portal is so.
   */
  private Optional<String> elsewhere(List<PageMatches> pages) {
    if (site.sections().stream().anyMatch(s -> !s.leftOut() && cut(s).isEmpty() && platform(s))) {
      return Optional.empty();
    }
    return pages.stream()
        .map(PageMatches::page)
        .filter(p -> p.external() && p.sections().stream().anyMatch(Sections::platform))
        .map(p -> p.url() + ": --allow-host " + Addresses.host(p.url()))
        .min(Comparator.naturalOrder());
  }

  private static boolean platform(Section s) {
    return s.names().stream().anyMatch(Hubs::named);
  }

  /** Sections found that a rule names, its own before shared ones. */
  public List<Section> of(Requirement r) {
    List<Section> own = with(r, Role.OWN);
    List<Section> all = new ArrayList<>(own);
    all.addAll(with(r, Role.SHARED));
    return all;
  }

  private List<Section> with(Requirement r, Role role) {
    return site.sections().stream().filter(s -> names.of(s).roles().get(r.id()) == role).toList();
  }

  /** Why a section could not be read to its end; empty string if it was. */
  public String cut(Section s) {
    return s.cut().isEmpty() ? failedPages.getOrDefault(s.key(), "") : s.cut();
  }

  /** Why a requirement could not be checked; empty if everything that could decide was read. */
  Optional<String> cut(Requirement r) {
    if (!complete) {
      return Optional.of(site.startReadable() ? "interrupted" : site.navigationCut());
    }
    List<Section> all = named(r).stream().filter(s -> !hub(s)).toList();
    List<Section> asked = all.stream().filter(s -> !s.leftOut()).toList();
    // a search or a mirror of the section's name hides nothing, unless there is no other
    List<Section> found = asked.isEmpty() ? all : asked;
    if (!found.isEmpty()) {
      return found.stream().map(this::cut).filter(c -> !c.isEmpty()).findFirst();
    }
    return anywhere(r);
  }

  /** What was cut where nobody knows which section it would have led to; empty if nothing was. */
  private Optional<String> anywhere(Requirement r) {
    Optional<String> unknown =
        site.sections().stream()
            .filter(s -> names.of(s).unknown() && !s.refused() || names.leadsTo(s, r))
            .map(this::cut)
            .filter(c -> !c.isEmpty())
            .findFirst();
    return Optional.of(site.navigationCut())
        .filter(c -> !c.isEmpty())
        .or(() -> unknown)
        .or(() -> elsewhere)
        .or(() -> Optional.of(site.limitCut()).filter(c -> !c.isEmpty()));
  }

  /** It only leads to other sections: that none is below it is known only when nothing was cut. */
  private boolean hub(Section s) {
    return !s.listed() && s.entries().isEmpty() && !hasText(s) && cut(s).isEmpty();
  }

  /** A marking stands in the sections of the documents that it marks. */
  private List<Section> named(Requirement r) {
    if (r.cadence() instanceof Cadence.Marking m) {
      return site.sections().stream()
          .filter(
              s ->
                  names.of(s).roles().containsKey(r.id())
                      || m.marks().stream().anyMatch(names.of(s).roles()::containsKey))
          .toList();
    }
    return of(r);
  }

  /** EMPTY if a section that the rule names holds nothing, else MISSING. */
  Finding nothing(Requirement r) {
    List<Section> own = with(r, Role.OWN);
    List<Section> deciding = own.isEmpty() ? with(r, Role.SHARED) : own;
    Optional<Section> empty = deciding.stream().filter(s -> holdsNothing(s, r)).findFirst();
    if (empty.isPresent()) {
      return new Draft(r.id(), Verdict.EMPTY, Message.of("judge.empty", empty.get().name()))
          .note(Message.of("judge.note.section", empty.get().url()))
          .lowered(r.event(), "judge.lowered.event")
          .done();
    }
    int held = deciding.stream().mapToInt(s -> s.entries().size()).sum();
    Message reason =
        deciding.isEmpty()
            ? Message.of("judge.missing.no-section", r.name())
            : held == 0
                ? Message.of("judge.missing.section-none", r.name(), deciding.get(0).name())
                : Message.of("judge.missing.section", r.name(), deciding.get(0).name(), held);
    return new Draft(r.id(), Verdict.MISSING, reason)
        .lowered(r.event(), "judge.lowered.event")
        .done();
  }

  /** The finding, with what was read in vain where a section was found. */
  Finding checked(Requirement r, Finding f) {
    Optional<Section> first = of(r).stream().filter(s -> !s.entries().isEmpty()).findFirst();
    boolean judged = !f.period().isEmpty() || f.due().isPresent();
    return judged && first.isPresent()
        ? Draft.from(
                f,
                f.verdict(),
                Message.of(
                    "judge.checked", f.reason(), first.get().name(), first.get().entries().size()))
            .severity(f.severity())
            .done()
        : f;
  }

  /**
   * The finding; REVIEW where a gap rests on a rule that was only proposed ({@link
   * gongkai.catalogue.MatchRule#proposed()}) and on no section of its own.
   */
  Finding proven(Requirement r, Finding f) {
    // a document that is not marked needs no section
    boolean marking = r.cadence() instanceof Cadence.Marking;
    if (!r.match().proposed() || marking || !GAPS.contains(f.verdict())) {
      return f;
    }
    boolean nothingFound = f.verdict() == Verdict.MISSING && f.due().isEmpty();
    return with(r, Role.OWN).isEmpty() || nothingFound
        ? Draft.from(f, Verdict.REVIEW, Message.of("judge.review.proposed", r.name()))
            .note(Message.of("judge.note.otherwise", f.reason()))
            .done()
        : f;
  }

  /** Neither it nor a section below it lists a page, and its own address shows no text. */
  private boolean holdsNothing(Section s, Requirement r) {
    return holdsNothing(s) && !(hub(s) && anywhere(r).isPresent());
  }

  private boolean holdsNothing(Section s) {
    if (!s.entries().isEmpty() || !cut(s).isEmpty() || s.url().isEmpty() || hasText(s)) {
      return false;
    }
    return site.sections().stream()
        .filter(b -> below(s, b) && !b.leftOut())
        .allMatch(b -> b.entries().isEmpty() && cut(b).isEmpty() && !hasText(b));
  }

  /**
   * Every section that has an address and is no copy or service, each once: {@code yw/} and {@code
   * yw/index.html} are one, and so are two of the same place in the tree that list the same.
   */
  List<Section> columns() {
    Map<String, Section> columns = new TreeMap<>();
    Set<String> lists = new HashSet<>();
    for (Section s : site.sections()) {
      List<String> rows = s.entries().stream().map(ListingEntry::url).toList();
      boolean shown = rows.isEmpty() || lists.add(s.path() + " " + rows);
      if (!s.url().isEmpty() && !s.refused() && shown) {
        columns.putIfAbsent(INDEX.matcher(s.url()).replaceFirst("/"), s);
      }
    }
    return List.copyOf(columns.values());
  }

  /** Every section that stands for a requirement, by its own name or by one above it. */
  boolean standsFor(Section s, Requirement r) {
    return names.of(s).roles().containsKey(r.id());
  }

  /** A section that stands for a requirement by its own name: a year's archive does not. */
  boolean named(Section s, Requirement r) {
    return standsFor(s, r) && names.named(s, r.id());
  }

  /** It shows no entry, no text and no page of its own, and nothing stands below it. */
  boolean bare(Section s) {
    return s.listed() && holdsNothing(s) && !matter.contains(s.url());
  }

  /** Why columns may be hidden; empty string if every menu was read. */
  String hidden(boolean byLimits) {
    return site.navigationCut().isEmpty() && byLimits ? site.limitCut() : site.navigationCut();
  }

  private static boolean hasText(Section s) {
    String text = s.ownText().replaceAll("[\\s\\p{P}]", "").toLowerCase(java.util.Locale.ROOT);
    for (String name : s.names()) {
      text =
          text.replace(name.replaceAll("[\\s\\p{P}]", "").toLowerCase(java.util.Locale.ROOT), "");
    }
    return PLACEHOLDER.matcher(text).replaceAll("").length() >= LEAST_TEXT;
  }

  /**
   * Where the sections below one lie: in the folder of its {@code index.html}, of its {@code
   * xxgk_list.shtml}; but below {@code jgzn/nsjg.htm} in {@code jgzn/nsjg/}, for {@code jgzn/} is
   * its sisters' too.
   */
  private static String folder(String url) {
    if (url.indexOf('?') >= 0) {
      // list.asp?id=11 and list.asp?id=12 are sisters: what lies below one has its query and more
      return url + "&";
    }
    int slash = url.lastIndexOf('/') + 1;
    String file = url.substring(slash);
    int dot = file.indexOf('.');
    return dot < 0 || OF_ITS_FOLDER.matcher(file).find()
        ? url.substring(0, slash)
        : url.substring(0, slash + dot) + "/";
  }

  static boolean below(Section above, Section s) {
    if (s == above) {
      return false;
    }
    List<String> path = above.path();
    boolean byPath = s.path().size() > path.size() && s.path().subList(0, path.size()).equals(path);
    String folder = folder(above.url());
    boolean byAddress =
        folder.chars().filter(c -> c == '/').count() > 3 && s.url().startsWith(folder);
    return byPath || byAddress;
  }

  /**
   * The path to show for a page: of the section that carries its best match, else the first one
   * that has an address.
   */
  public List<String> shown(SitePage page, List<Match> matches) {
    Comparator<Section> best =
        Comparator.comparing(
                (Section s) ->
                    matches.stream()
                        .noneMatch(m -> names.of(s).roles().containsKey(m.requirementId())))
            .thenComparing((Section s) -> s.url().isEmpty())
            .thenComparing((Section s) -> -s.path().size());
    return page.sections().stream().min(best).map(Section::path).orElse(List.of());
  }

  /** Address of the section that stands for a requirement; empty string if none was found. */
  String address(Requirement r) {
    return of(r).stream().map(Section::url).filter(u -> !u.isEmpty()).findFirst().orElse("");
  }
}
