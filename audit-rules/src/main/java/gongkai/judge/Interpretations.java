package gongkai.judge;

import gongkai.match.Words;
import gongkai.page.Addresses;
import gongkai.page.Link;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which documents of the site an interpretation (政策解读) names: by title, number, or a link in either
 * direction.
 */
final class Interpretations {
  private static final Pattern FORM =
      Pattern.compile("解读|图解|一图读懂|一图看懂|图说|读懂|看懂|政策问答|问答|答记者问|政策明白纸|划重点|动漫|短视频");
  private static final Pattern DOCUMENT =
      Pattern.compile("通知|意见|办法|细则|规定|规则|方案|公告|决定|规划|标准|目录|措施|制度|指南|通告");

  /** 征求意见 and what came of it speak of a document that is not yet one. */
  private static final Pattern DRAFT = Pattern.compile("征求.*意见|征集.*意见|意见征集|征求意见稿|意见.*(反馈|采纳)");

  private static final Pattern ISSUER =
      Pattern.compile("^.{2,40}?(局|厅|部|委|委员会|办公室|政府|中心|处|院)(?=关于|印发|转发)");
  private static final Pattern INNERMOST = Pattern.compile("《([^《》]+)》");
  private static final Pattern TRIAL = Pattern.compile("(试行|暂行|修订|修订版|征求意见稿)$");

  /** A shorter name is too common to tell a document by. */
  private static final int LEAST_NAME = 5;

  private static final int LEAST_LINK = 2;

  /** A name of a document, and the document. */
  private record Named(String name, SitePage document, int rank) {}

  private final List<Named> names = new ArrayList<>();
  private final Map<String, SitePage> byNumber = new TreeMap<>();
  private final Map<String, SitePage> documents = new TreeMap<>();
  private final Map<String, List<SitePage>> linkedFrom = new HashMap<>();
  private final Map<String, List<SitePage>> known = new HashMap<>();

  /**
   * @param pages all pages of the site
   * @param rank how surely a page is a document: 0 for a matched policy document, higher for less
   *     sure; negative for none
   */
  Interpretations(List<SitePage> pages, java.util.function.ToIntFunction<SitePage> rank) {
    for (SitePage p : pages) {
      int r = rank.applyAsInt(p);
      boolean draft = DRAFT.matcher(p.title()).find();
      boolean document = r == 0 || DOCUMENT.matcher(p.title()).find();
      if (r < 0 || p.dead() || isInterpretation(p) || draft || !document) {
        continue;
      }
      documents.put(Addresses.identity(p.url()), p);
      names(p.title()).forEach(n -> names.add(new Named(n, p, r)));
      if (!p.documentNumber().isEmpty()) {
        byNumber.merge(
            Words.normal(p.documentNumber()),
            p,
            (a, b) -> Publications.EARLIEST.compare(a, b) <= 0 ? a : b);
      }
      p.facts()
          .ifPresent(
              f ->
                  f.links()
                      .forEach(
                          l ->
                              linkedFrom
                                  .computeIfAbsent(
                                      Addresses.identity(l.url()), k -> new ArrayList<>())
                                  .add(p)));
    }
    names.sort(
        Comparator.comparingInt(Named::rank)
            .thenComparing((Named n) -> -n.name().length())
            .thenComparing(Named::document, Publications.EARLIEST));
  }

  /** True when a title has the form of an interpretation. */
  static boolean isInterpretation(SitePage page) {
    return FORM.matcher(page.title()).find();
  }

  /** The names a document goes by: its title without issuer, 关于, 印发, 的通知; and its innermost 《》. */
  static List<String> names(String title) {
    List<String> found = new ArrayList<>();
    found.add(core(title));
    Matcher inner = INNERMOST.matcher(title);
    String last = "";
    while (inner.find()) {
      last = inner.group(1);
    }
    found.add(core(last));
    List<String> shorter = found.stream().map(n -> TRIAL.matcher(n).replaceFirst("")).toList();
    found.addAll(shorter);
    return found.stream().filter(n -> n.length() >= LEAST_NAME).distinct().toList();
  }

  static String core(String title) {
    String bare = ISSUER.matcher(title.strip()).replaceFirst("");
    return Words.normal(bare)
        .replaceFirst("^关于", "")
        .replaceFirst("^(印发|转发|公布|发布|下达)", "")
        .replaceFirst("的通知$", "");
  }

  /**
   * The documents an interpretation names, surest first; empty list if it names none of this site.
   */
  List<SitePage> documents(SitePage interpretation) {
    return known.computeIfAbsent(interpretation.url(), k -> find(interpretation));
  }

  /** Every document that a page may name, however unsure it is that it is one. */
  Stream<SitePage> possible(SitePage page) {
    String title = Words.normal(page.title());
    String text = Words.normal(page.text());
    return names.stream()
        .filter(n -> title.contains(n.name()) || text.contains(n.name()))
        .map(Named::document)
        .filter(d -> !d.url().equals(page.url()));
  }

  private List<SitePage> find(SitePage page) {
    List<SitePage> byTitle = named(Words.normal(page.title()));
    if (!byTitle.isEmpty()) {
      return byTitle;
    }
    List<SitePage> linked = new ArrayList<>();
    page.facts().ifPresent(f -> f.links().forEach(l -> linkedTo(page, l).ifPresent(linked::add)));
    linkedFrom.getOrDefault(Addresses.identity(page.url()), List.of()).stream()
        .filter(d -> names(page, d) || besideText(d, page))
        .forEach(linked::add);
    if (!linked.isEmpty()) {
      return linked.stream().distinct().toList();
    }
    String text = Words.normal(page.text());
    List<SitePage> byText = named(text);
    if (!byText.isEmpty()) {
      return byText;
    }
    return byNumber.entrySet().stream()
        .filter(e -> text.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .limit(1)
        .toList();
  }

  private Optional<SitePage> linkedTo(SitePage page, Link link) {
    return Optional.ofNullable(documents.get(Addresses.identity(link.url())))
        .filter(d -> !d.url().equals(page.url()))
        .filter(d -> names(page, d) || inText(page, link));
  }

  /** A link that stands in the text itself: 相关文件：点击查看原文. */
  private static boolean inText(SitePage page, Link link) {
    String words = Words.normal(link.text());
    return words.length() >= LEAST_LINK && Words.normal(page.text()).contains(words);
  }

  /** A link in a menu names nothing; one beside words of the document does. */
  private static boolean names(SitePage page, SitePage document) {
    String text = Words.normal(page.title() + page.text());
    return names(document.title()).stream().anyMatch(text::contains);
  }

  /** The document's text offers the interpretation under its title or as 解读. */
  private static boolean besideText(SitePage document, SitePage interpretation) {
    String title = Words.normal(interpretation.title());
    return document.facts().stream()
        .flatMap(f -> f.links().stream())
        .filter(l -> Addresses.identity(l.url()).equals(Addresses.identity(interpretation.url())))
        .anyMatch(l -> inText(document, l) || Words.normal(document.text()).contains(title));
  }

  /**
   * Documents whose names a text holds: of the surest rank, a name inside a longer found one left
   * out.
   */
  private List<SitePage> named(String text) {
    List<SitePage> found = new ArrayList<>();
    Optional<Integer> rank = Optional.empty();
    String rest = text;
    for (Named n : names) {
      if (rank.isPresent() && n.rank() > rank.get()) {
        break;
      }
      if (rest.contains(n.name())) {
        rank = Optional.of(n.rank());
        rest = rest.replace(n.name(), "□");
        found.add(n.document());
      }
    }
    return found.stream().distinct().toList();
  }
}
