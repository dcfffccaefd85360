package gongkai.cli.report.html;

import gg.jte.output.StringOutput;
import gongkai.cli.report.PlainText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pages of {@code offices/}: a notice per office, and the page that leads to them. */
public final class OfficePages {
  /** Neither loads anything nor runs anything. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private OfficePages() {}

  /** The notice of one office, in one language, to read and to print. */
  public static byte[] page(OfficeList list) {
    String head = PlainText.line(list.lists().words().notice("paper", list.notice(), list.name()));
    return render("office.jte", Map.of("list", list, "css", css(head), "policy", POLICY));
  }

  /** The page that leads to all notices. */
  public static byte[] index(OfficeLists lists) {
    String head = lists.words().notice("index-title", lists.audit().catalogue().bureau());
    return render("offices.jte", Map.of("lists", lists, "css", css(head), "policy", POLICY));
  }

  private static byte[] render(String template, Map<String, Object> values) {
    StringOutput html = new StringOutput();
    HtmlReport.TEMPLATES.render(template, values, html);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String css(String head) {
    return HtmlReport.resource("report.css")
        + HtmlReport.resource("office.css")
        + HtmlReport.paper(head);
  }

  /** A file's name as part of an address. */
  public static String href(String file) {
    return URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
