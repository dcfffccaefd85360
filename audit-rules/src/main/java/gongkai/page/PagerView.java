package gongkai.page;

import gongkai.page.cms.ListPage;
import gongkai.page.cms.ListPage.PagerLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as the paging adapters see it. */
final class PagerView {
  /** What a shell's markup calls to be filled: JPAAS writes it into attributes. */
  private static final String JPAAS = "jpaas-publish-server";

  private static final Pattern COUNT = Pattern.compile("\\scount=[\"'](\\d{1,7})[\"']");

  private PagerView() {}

  /** What the adapters see of a page that shows so many rows outside scripts. */
  static ListPage of(Scan scan, Place place, String html, int rows) {
    return new ListPage(
        place.url,
        scripts(scan, html),
        datastore(scan, html),
        pagerLinks(scan, place),
        counts(scan),
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

  private static List<String> scripts(Scan scan, String html) {
    List<String> scripts = new ArrayList<>();
    for (Scan.Script script : scan.scripts) {
      if (!script.text().isBlank() && script.text().length() < 60_000) {
        scripts.add(script.text());
      }
    }
    for (Scan.Script comment : scan.comments) {
      scripts.add(comment.text());
    }
    int shell = html.indexOf(JPAAS);
    if (shell >= 0) {
      Matcher count = COUNT.matcher(html);
      scripts.add(JPAAS + (count.find() ? " count=" + count.group(1) : ""));
    }
    return scripts;
  }

  private static List<PagerLink> pagerLinks(Scan scan, Place place) {
    List<PagerLink> links = new ArrayList<>();
    for (Scan.Anchor anchor : scan.anchors) {
      if (anchor.text.length() <= 8) {
        String text = Texts.squeeze(anchor.text.isEmpty() ? anchor.title : anchor.text);
        if (!text.isEmpty() && text.length() <= 8) {
          links.add(new PagerLink(text, place.resolve(anchor.href), pagerGroup(scan, anchor)));
        }
      }
    }
    return links;
  }

  private static int pagerGroup(Scan scan, Scan.Anchor anchor) {
    Scan.Block block = scan.blocks.get(Math.max(0, anchor.block));
    if (block.endLink - block.firstLink <= 1 && block.parent >= 0) {
      return block.parent;
    }
    return block.index;
  }
}
