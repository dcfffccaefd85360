package gongkai.page;

import gongkai.page.date.ChineseDates;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page is to a reader: a publication, a list of them, or a way to others. */
record Kinds(
    Scan scan, Place place, MainText text, Head head, Trail trail, Lists lists, String words) {

  private static final Pattern STOPS = Pattern.compile("[。！!.…，,]");
  private static final Pattern PIECES = Pattern.compile("[。！!.…，,\\s\u3000]+");

  PageKind kind() {
    if (lists.isData()) {
      return PageKind.LISTING;
    }
    int prose = prose();
    boolean tagged = !scan.meta("articletitle").isBlank();
    boolean list = lists.dated() >= 2 || lists.size() >= 2 && lists.articles() >= 2;
    if (Place.isRoot(place.url)) {
      return PageKind.NAVIGATION;
    }
    if (tagged && !(list && lists.paged() && prose < 80)) {
      return PageKind.ARTICLE;
    }
    boolean inside = lists.within(text);
    int letters = lists.letters() * (lists.dated() >= 4 ? 3 : 1);
    if (!inside && prose >= 60 && prose > letters && !lists.paged()) {
      return PageKind.ARTICLE;
    }
    if (text.known() && !list && (prose > 0 || shows())) {
      return PageKind.ARTICLE;
    }
    if (text.known() && prose >= 80 && (prose > 200 || Shapes.isArticle(place.url))) {
      return PageKind.ARTICLE;
    }
    boolean dated =
        head.fields().stream().anyMatch(f -> f.role().startsWith("published"))
            && head.titleLine() >= 0;
    if (Shapes.isArticle(place.url)
        && !lists.paged()
        && !(lists.hasPager() && lists.dated() >= 2)
        && (dated || prose >= 40 || lists.dated() < 3)) {
      return PageKind.ARTICLE;
    }
    if (prose >= 300 && prose > 4 * lists.size() * 10 && !(inside && list)) {
      return PageKind.ARTICLE;
    }
    // a page that says when it was put online is a publication, whatever stands in its margin
    if (Declared.any(scan) && head.titleLine() >= 0 && prose >= 16 && !list && !lists.paged()) {
      return PageKind.ARTICLE;
    }
    if (headed() && isFilm() || labelled() && lists.dated() < 2) {
      return PageKind.ARTICLE;
    }
    if (headed()
        && lists.dated() == 0
        && lists.size() <= 6
        && lists.files() == lists.size()
        && !lists.paged()) {
      return PageKind.ARTICLE;
    }
    if (lists.several() && !lists.paged()) {
      return PageKind.NAVIGATION;
    }
    if (lists.paged() || lists.dated() >= 1 || lists.articles() >= 1) {
      return PageKind.LISTING;
    }
    if (prose >= (trail.line() >= 0 || head.titleLine() >= 0 ? 16 : 40)) {
      return PageKind.ARTICLE;
    }
    if (lists.size() >= 2) {
      return PageKind.LISTING;
    }
    if (!saysEmpty() && lists.leadsOn(trail.line(), links())) {
      return PageKind.NAVIGATION;
    }
    boolean section = trail.line() >= 0 || !scan.meta("columnname").isBlank() || saysEmpty();
    return section ? PageKind.LISTING : PageKind.NAVIGATION;
  }

  /** A title of its own, and a date or a source below it: a publication of pictures or files. */
  private boolean headed() {
    int title = head.titleLine();
    if (title < 0 || title <= trail.line()) {
      return false;
    }
    for (int i = title + 1; i < Math.min(title + 4, scan.lines.size()) && !lists.holds(i); i++) {
      String line = scan.lines.get(i).spaced();
      String role = Labels.roleAtStart(line);
      boolean day =
          line.length() <= 40 && ChineseDates.find(line).stream().anyMatch(d -> d.start() == 0);
      if (role.startsWith("published") || role.equals("updated") || day) {
        return true;
      }
    }
    return false;
  }

  /** 发布时间：2026-03-05 in one line below the title: no list's column is headed so. */
  private boolean labelled() {
    int title = head.titleLine();
    return title > trail.line()
        && head.fields().stream()
            .anyMatch(
                field ->
                    field.role().equals("published")
                        && field.line() > title
                        && field.line() <= title + 4
                        && field.valueLine() == field.line()
                        && !lists.holds(field.line())
                        && !ChineseDates.find(field.value()).isEmpty());
  }

  /** A player in place of a text. */
  private boolean isFilm() {
    return scan.media.stream().anyMatch(element -> element.normalName().equals("video"));
  }

  private Set<String> links() {
    Set<String> own = new HashSet<>();
    own.add(Addresses.identity(place.url));
    trail.links().forEach(link -> own.add(Addresses.identity(link.url())));
    return own;
  }

  private boolean shows() {
    return MainText.hasMedia(scan, scan.blocks.get(text.block()));
  }

  private boolean saysEmpty() {
    for (Scan.Line line : scan.lines) {
      if (line.text.length() <= 20 && isEmptyWord(line.text)) {
        return true;
      }
    }
    return false;
  }

  /** 暂无数据 in a short line, with or without other words beside it: 敬请期待, 共0条. */
  boolean announcesNothing() {
    return scan.lines.stream()
        .map(Scan.Line::spaced)
        .filter(line -> line.length() <= 40)
        .flatMap(PIECES::splitAsStream)
        .anyMatch(Kinds::isEmptyWord);
  }

  /** 暂无数据, with or without a stop. */
  private static boolean isEmptyWord(String line) {
    return Wordings.is("empty", STOPS.matcher(line).replaceAll(""));
  }

  /** Letters of the main text outside links and words such as 暂无数据. */
  private int prose() {
    if (text.block() < 0) {
      return 0;
    }
    int prose = 0;
    for (int i = head.textFrom(); i < head.textTo(); i++) {
      Scan.Line line = scan.lines.get(i);
      int own = line.text.length() - line.linkChars;
      if (own >= 8 && !lists.holds(i) && !isEmptyWord(line.text)) {
        prose += own;
      }
    }
    return prose;
  }
}
