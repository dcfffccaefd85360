package gongkai.page;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.page.cms.ListPage;
import gongkai.page.cms.ListPage.PagerLink;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as the paging adapters see it. */
final class PagerView {
  /** Calls that lead nowhere. */
  private static final Pattern DEAD =
      Pattern.compile(
          "(?i)^(?:void\\s*\\(?\\s*0?\\s*\\)?|history\\..*|window\\.close.*|return\\b.*|)$");

  private static final Pattern ENCODED =
      Pattern.compile("['\"]([A-Za-z0-9+/\\r\\n]{40,}={0,2})['\"]");

  private PagerView() {}

  /** What the adapters see of a page that shows so many rows outside scripts. */
  static ListPage of(
      PageRequest request, Scan scan, Place place, String html, Optional<JsonNode> json, int rows) {
    List<PagerLink> links = pagerLinks(scan, place, 0);
    String counts = counts(scan);
    for (Scan.Script script : scan.scripts) {
      Optional<Scan> hidden = encoded(script.text());
      if (hidden.isPresent()) {
        links.addAll(pagerLinks(hidden.get(), place, scan.blocks.size()));
        counts += counts(hidden.get());
      }
    }
    return new ListPage(
        request,
        html,
        json,
        scripts(scan),
        datastore(scan, html),
        links,
        counts,
        frames(scan, place),
        rows,
        place::resolve);
  }

  private static String datastore(Scan scan, String html) {
    for (Scan.Script script : scan.scripts) {
      if (script.text().contains("<datastore")) {
        return script.text();
      }
    }
    boolean first = html.substring(0, Math.min(html.length(), 410)).contains("<datastore");
    return first && html.contains("<recordset") ? html : "";
  }

  /** Lines that can say how many pages or rows there are. */
  private static String counts(Scan scan) {
    StringBuilder counts = new StringBuilder();
    for (Scan.Line line : scan.lines) {
      if (line.text.length() < 200
          && (line.text.indexOf('页') >= 0 || line.text.indexOf('条') >= 0)
          && line.text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        counts.append(line.text).append('\n');
      }
    }
    return counts.toString();
  }

  private static List<String> frames(Scan scan, Place place) {
    return scan.frames.stream()
        .map(frame -> place.resolve(frame.attr("src")))
        .flatMap(Optional::stream)
        .filter(url -> Addresses.host(url).equals(Addresses.host(place.url)))
        .toList();
  }

  static List<String> scripts(Scan scan) {
    List<String> scripts = new ArrayList<>();
    for (Scan.Script script : scan.scripts) {
      if (!script.text().isBlank() && script.text().length() < 60_000) {
        scripts.add(script.text());
      }
    }
    for (Scan.Script comment : scan.comments) {
      scripts.add(comment.text());
    }
    return scripts;
  }

  /** The pager that a script holds in base64 ({@code window.atob}). */
  private static Optional<Scan> encoded(String script) {
    if (!script.contains("atob(")) {
      return Optional.empty();
    }
    Matcher m = ENCODED.matcher(script);
    while (m.find()) {
      byte[] bytes = Base64.getMimeDecoder().decode(m.group(1));
      String html = Decoded.of(bytes, "", false).text();
      if (html.startsWith("%3C") || html.startsWith("%3c")) {
        html = URLDecoder.decode(html, StandardCharsets.UTF_8);
      }
      if (html.contains("<a") || html.contains("<A")) {
        return Optional.of(Scan.of(html));
      }
    }
    return Optional.empty();
  }

  private static List<PagerLink> pagerLinks(Scan scan, Place place, int firstGroup) {
    List<PagerLink> links = new ArrayList<>();
    for (Scan.Anchor anchor : scan.anchors) {
      if (anchor.text.length() <= 8) {
        String text = Texts.squeeze(anchor.text.isEmpty() ? anchor.title : anchor.text);
        if (!text.isEmpty() && text.length() <= 8) {
          links.add(
              new PagerLink(
                  text,
                  place.resolve(anchor.href),
                  anchor.href.isEmpty() ? call(anchor) : "",
                  firstGroup + pagerGroup(scan, anchor)));
        }
      }
    }
    return links;
  }

  private static String call(Scan.Anchor anchor) {
    String handler = anchor.element.attr("onclick");
    String href = anchor.element.attr("href").strip();
    String code =
        href.regionMatches(true, 0, "javascript:", 0, 11) && !dead(href.substring(11))
            ? href.substring(11)
            : handler;
    String plain = code.strip().replaceFirst("^return\\s+(?=[\\w.]+\\()", "");
    return dead(plain) ? "" : plain;
  }

  private static boolean dead(String code) {
    return DEAD.matcher(code.strip().replaceFirst(";+$", "")).matches();
  }

  private static int pagerGroup(Scan scan, Scan.Anchor anchor) {
    Scan.Block block = scan.blocks.get(Math.max(0, anchor.block));
    if (block.endLink - block.firstLink <= 1 && block.parent >= 0) {
      return block.parent;
    }
    return block.index;
  }
}
