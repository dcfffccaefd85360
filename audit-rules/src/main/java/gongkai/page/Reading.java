package gongkai.page;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.page.cms.ColumnTree;
import gongkai.page.date.DateSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One page being read: the steps from its characters to its facts. */
final class Reading {
  private static final Pattern REFRESH =
      Pattern.compile("(?i)^\\s*(\\d+)[^;,]*[;,]\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]+)");
  private static final Pattern LOCATION =
      Pattern.compile(
          "location(?:\\.href)?\\s*=\\s*['\"]([^'\"]+)['\"]|location\\.(?:replace|assign)\\(\\s*['\"]([^'\"]+)['\"]");

  /** Kinds of answers that are no content, in the order in which their words are looked for. */
  private static final List<String> ANSWERS =
      List.of(
          "soft404", "geo", "firewall", "bot-protection", "maintenance", "server-error", "login");

  /** Eleven of them, as a mobile number has, whatever groups them. */
  private static final Pattern MANY_DIGITS =
      Pattern.compile("[0-9０-９](?:[^0-9０-９]{0,2}[0-9０-９]){10}");

  /** 请登录省政务服务网办理 sends the reader elsewhere: this page itself asks for nothing. */
  private static final Pattern SENT_ELSEWHERE =
      Pattern.compile(
          "请登[录陆](?![^\\n。，]*认证)[^\\n。，]{2,24}?(?:网|网站|服务平台|小程序|app|客户端|公众号)[^\\n。，]{0,12}?"
              + "(?:办理|查询|查看|申报|申请|申领|下载|填报|报名|咨询|提交|了解|进行)");

  private final Decoded decoded;
  private final LocalDate fetched;
  private final Scan scan;
  private final Place place;
  private final String site;
  private final PageRequest request;
  private final Optional<JsonNode> json;
  private final Map<String, List<String>> columns;

  Reading(PageRequest request, String url, Decoded decoded, LocalDate fetched) {
    this.request = new PageRequest(url, request.form());
    this.decoded = decoded;
    this.fetched = fetched;
    this.json = Json.of(decoded.text());
    this.scan = Scan.of(json.isPresent() ? "" : decoded.text());
    this.columns = ColumnTree.of(PagerView.scripts(scan));
    this.place = new Place(url, scan.base);
    this.site = Texts.fold(scan.meta("sitename"));
  }

  PageFacts facts() {
    List<Link> links = links();
    Trail trail = Trail.of(scan, place, site);
    MainText text = MainText.of(scan, trail.line()).behind(trail);
    Titles article = Titles.ofArticle(scan, text, trail, site);
    Head head = Head.of(scan, text, trail, article.title());
    String words = words(text, head);
    Lists lists = Lists.of(request, scan, place, decoded.text(), json, trail);
    Optional<String> redirect = redirect(words, links);
    Kinds kinds = new Kinds(scan, place, text, head, trail, lists, words);
    PageKind kind = kind(kinds, lists);
    Optional<Listing> listing =
        kind == PageKind.LISTING
            ? Optional.of(lists.listing()).map(l -> kinds.announcesNothing() ? l.saysEmpty() : l)
            : Optional.empty();
    // a list that can be asked for without its script needs none
    boolean asked = listing.filter(list -> !list.next().isEmpty()).isPresent();
    boolean script = !asked && columns.isEmpty() && Shell.needsScript(scan, links, lists);
    List<Attachment> attachments = attachments(text, head);
    boolean isArticle = kind == PageKind.ARTICLE;
    Titles titles = isArticle ? article : Titles.ofSection(scan, trail, site);
    Trail own = isArticle ? trail.without(article.title()) : trail;
    Published published =
        isArticle ? Published.of(scan, head, place, fetched) : new Published(List.of(), List.of());
    // a short article or list may speak of 系统升级: one with dates of its own is content
    boolean content =
        redirect.isPresent()
            || published.dates().stream()
                .anyMatch(date -> date.source().compareTo(DateSource.HEAD) <= 0);
    String access = content ? "" : access(words, lists, trail, head);
    Document document = isArticle ? Document.of(scan, head) : new Document("", "", "", List.of());
    boolean media = text.block() >= 0 && MainText.hasMedia(scan, scan.blocks.get(text.block()));
    return new PageFacts(
        place.url,
        kind,
        decoded.charset(),
        Texts.fold(titles.title()),
        titles.raw(),
        isArticle ? Titles.firstHeading(scan, head) : "",
        own.names(),
        own.links(),
        Texts.fold(scan.meta("columnname")),
        published.dates(),
        published.notes(),
        document.dates(),
        document.number(),
        document.index(),
        document.validity(),
        isArticle ? words : lists.beside(words),
        isArticle ? beside(text, head) : "",
        attachments,
        media,
        links,
        listing,
        redirect,
        script,
        access,
        Optional.empty());
  }

  private PageKind kind(Kinds kinds, Lists lists) {
    // a form is only ever sent for a list
    PageKind kind =
        request.form().isPresent() && lists.size() > 0 ? PageKind.LISTING : kinds.kind();
    // the rows beside a tree of columns are some column's, and each column is asked for itself
    return kind == PageKind.LISTING && !columns.isEmpty() ? PageKind.NAVIGATION : kind;
  }

  /** A link whose text names its page goes before one that names only a place in it. */
  private static void name(Map<String, Link> links, Link link) {
    links.merge(link.url(), link, (first, other) -> first.text().isEmpty() ? other : first);
  }

  private List<Link> links() {
    Map<String, Link> links = new LinkedHashMap<>();
    for (Scan.Anchor anchor : scan.anchors) {
      place
          .resolve(anchor.href)
          .ifPresent(
              url ->
                  name(links, new Link(url, place.naming(anchor.href, RowReader.title(anchor)))));
    }
    for (org.jsoup.nodes.Element frame : scan.frames) {
      place
          .resolve(frame.attr("src"))
          .ifPresent(url -> links.putIfAbsent(url, new Link(url, Texts.fold(frame.attr("title")))));
    }
    columns.forEach(
        (address, path) ->
            place
                .resolve(address)
                .ifPresent(
                    url -> links.putIfAbsent(url, new Link(url, path.get(path.size() - 1), path))));
    return List.copyOf(links.values());
  }

  /** The main text, without table, head block, navigation and what follows the text. */
  private String words(MainText text, Head head) {
    if (text.block() < 0) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (int i = head.textFrom(); i < head.textTo() && words.length() < PageReader.MAX_TEXT; i++) {
      Scan.Line line = scan.lines.get(i);
      if (words.length() > 0) {
        words.append('\n');
      }
      words.append(line.text);
    }
    if (words.length() > PageReader.MAX_TEXT) {
      words.setLength(PageReader.MAX_TEXT);
    }
    return Texts.foldLines(words);
  }

  /** What stands around the text and may be a number of a person, with the words before it. */
  private String beside(MainText text, Head head) {
    StringBuilder beside = new StringBuilder();
    for (int i = 0; i < scan.lines.size(); i++) {
      boolean inside = text.block() >= 0 && i >= head.textFrom() && i < head.textTo();
      if (!inside && MANY_DIGITS.matcher(scan.lines.get(i).text).find()) {
        beside.append(i > 0 ? scan.lines.get(i - 1).text : "").append('\n');
        beside.append(scan.lines.get(i).text).append('\n');
      }
    }
    return beside.toString();
  }

  private List<Attachment> attachments(MainText text, Head head) {
    if (text.block() < 0) {
      return List.of();
    }
    Scan.Block block = scan.blocks.get(text.block());
    // files often stand below the text, in a block of their own beside it
    Scan.Block around = block.parent >= 0 ? scan.blocks.get(block.parent) : block;
    Map<String, Attachment> files = new LinkedHashMap<>();
    for (int a = around.firstLink; a < around.endLink; a++) {
      Scan.Anchor anchor = scan.anchors.get(a);
      boolean inside = a >= block.firstLink && a < block.endLink;
      boolean below = anchor.line >= head.textFrom() && !scan.foot().get(anchor.line);
      if (!Files.isFile(anchor.href) || !inside && !below) {
        continue;
      }
      place
          .resolve(anchor.href)
          .ifPresent(url -> files.putIfAbsent(url, new Attachment(url, name(anchor, url))));
    }
    return List.copyOf(files.values());
  }

  private static String name(Scan.Anchor anchor, String url) {
    if (!anchor.text.isEmpty()) {
      return anchor.text;
    }
    if (!anchor.title.isEmpty()) {
      return Texts.fold(anchor.title);
    }
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<String> redirect(String words, List<Link> links) {
    Matcher refresh = REFRESH.matcher(scan.refresh);
    if (refresh.find()) {
      Optional<String> target = place.resolve(refresh.group(2).strip());
      boolean other =
          target.isPresent()
              && !Addresses.identity(target.get()).equals(Addresses.identity(place.url));
      if (other && refresh.group(1).length() < 3) {
        return target;
      }
    }
    int letters = 0;
    for (Scan.Line line : scan.lines) {
      letters += line.text.length();
    }
    if (letters < 60 && words.length() < 60 && links.size() < 3) {
      for (Scan.Script script : scan.scripts) {
        Matcher m = LOCATION.matcher(script.text());
        // what stands in a function waits for a click
        if (m.find() && depth(script.text(), m.start()) == 0) {
          Optional<String> target = place.resolve(m.group(1) != null ? m.group(1) : m.group(2));
          if (target.isPresent()
              && !Addresses.identity(target.get()).equals(Addresses.identity(place.url))) {
            return target;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int depth(String script, int end) {
    int depth = 0;
    for (int i = 0; i < end; i++) {
      char c = script.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return depth;
  }

  /** Only a short page that shows no article and no list can be an answer without content. */
  private String access(String words, Lists lists, Trail trail, Head head) {
    boolean dated = head.fields().stream().anyMatch(field -> field.role().startsWith("publish"));
    boolean framed = !trail.names().isEmpty() && words.length() > 40;
    if (!scan.meta("articletitle").isBlank() || dated) {
      return "";
    }
    String broken = json.isPresent() ? "" : BrokenPage.why(decoded.text());
    if (!broken.isEmpty()) {
      return broken;
    }
    if (Wordings.starts("soft404-title", scan.title) || Texts.squeeze(scan.title).equals("404")) {
      return PageFacts.NO_SUCH_PAGE;
    }
    if (lists.size() > 0 || framed) {
      return "";
    }
    StringBuilder shown = new StringBuilder(Texts.squeeze(scan.title));
    for (Scan.Line line : scan.lines) {
      if (shown.length() > 800) {
        return "";
      }
      shown.append(Texts.squeeze(line.text)).append('\n');
    }
    String all =
        SENT_ELSEWHERE.matcher(shown.toString().toLowerCase(java.util.Locale.ROOT)).replaceAll("");
    for (Scan.Script script : scan.scripts) {
      if (shown.length() < 100 && !Wordings.in("bot-script", script.text()).isEmpty()) {
        return "bot-protection";
      }
    }
    for (String kind : ANSWERS) {
      boolean text = kind.equals("login") && words.length() > 60;
      if (!text && words.length() < 300 && !Wordings.in(kind, all).isEmpty()) {
        return kind;
      }
    }
    return "";
  }
}
