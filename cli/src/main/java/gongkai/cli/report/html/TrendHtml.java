package gongkai.cli.report.html;

import gg.jte.output.StringOutput;
import gongkai.compare.Trend;
import gongkai.message.Lang;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code trend.html}: a trend as one file, without scripts and outside resources. */
public final class TrendHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  private static final String CSS =
      ".trend{font-size:12.5px}table.trend{width:auto}.trend .year{fill:var(--quiet)}"
          + ".trend rect{fill:var(--v);stroke:var(--ground)}.trend g text{fill:var(--on);font-weight:600}"
          + "@media print{svg.trend{width:100%;height:auto}}\n";

  private TrendHtml() {}

  /** The page in one language. */
  public static byte[] bytes(Trend trend, Lang lang) {
    StringOutput html = new StringOutput();
    HtmlReport.TEMPLATES.render(
        "trend.jte",
        Map.of(
            "view",
            TrendView.of(trend, lang),
            "css",
            HtmlReport.resource("report.css") + CSS,
            "policy",
            POLICY),
        html);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }
}
