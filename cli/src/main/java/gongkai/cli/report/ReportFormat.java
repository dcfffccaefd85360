package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.cli.report.html.HtmlReport;
import gongkai.message.Lang;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A format of {@code --format}: the files it consists of, and how they are made. */
public enum ReportFormat {
  /** Tables for Excel and scripts. */
  CSV(List.of("items.csv", "gaps.csv", "pages.csv", "review.csv", "links.csv", "notices.csv")) {
    @Override
    Map<String, byte[]> files(AuditResult audit, Lang lang, String version) {
      Tables tables = new Tables(audit, lang);
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("items.csv", tables.items().bytes());
      files.put("gaps.csv", tables.gaps().bytes());
      files.put("pages.csv", tables.pages().bytes());
      files.put("review.csv", tables.review().bytes());
      files.put("links.csv", tables.links().bytes());
      files.put("notices.csv", tables.notices().bytes());
      return files;
    }
  },
  /** One page to read, to print and to send. */
  HTML(List.of("report.html")) {
    @Override
    Map<String, byte[]> files(AuditResult audit, Lang lang, String version) {
      return Map.of("report.html", HtmlReport.bytes(audit, lang, version));
    }
  },
  /** Everything, for programs. */
  JSON(List.of("audit.json")) {
    @Override
    Map<String, byte[]> files(AuditResult audit, Lang lang, String version) {
      return Map.of("audit.json", AuditJson.bytes(audit, version));
    }
  };

  private final List<String> names;

  ReportFormat(List<String> names) {
    this.names = names;
  }

  /** Names of the files. */
  public List<String> names() {
    return names;
  }

  /** As {@code --format} spells it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name; empty if there is none of that name. */
  public static Optional<ReportFormat> of(String code) {
    return List.of(values()).stream().filter(f -> f.code().equals(code)).findFirst();
  }

  /**
   * The files by name.
   *
   * @param version the tool's
   */
  abstract Map<String, byte[]> files(AuditResult audit, Lang lang, String version);

  /** All files of some formats by name, in the order of the constants. */
  public static Map<String, byte[]> render(
      List<ReportFormat> formats, AuditResult audit, Lang lang, String version) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ReportFormat format : values()) {
      if (formats.contains(format)) {
        files.putAll(format.files(audit, lang, version));
      }
    }
    return files;
  }
}
