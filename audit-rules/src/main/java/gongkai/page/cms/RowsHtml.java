package gongkai.page.cms;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** Rows of data written as a list, so that one reader reads every row. */
final class RowsHtml {
  private final StringBuilder html = new StringBuilder("<ul>\n");
  private int count;

  /** Adds a row; {@code date} may be empty. */
  void add(String url, String title, String date) {
    String plain = title.indexOf('<') < 0 ? title : Jsoup.parseBodyFragment(title).text();
    html.append("<li><a href=\"")
        .append(Entities.escape(url))
        .append("\" title=\"")
        .append(Entities.escape(plain))
        .append("\">")
        .append(Entities.escape(plain))
        .append("</a><span>")
        .append(Entities.escape(date))
        .append("</span></li>\n");
    count++;
  }

  int count() {
    return count;
  }

  String html() {
    return html + "</ul>";
  }
}
