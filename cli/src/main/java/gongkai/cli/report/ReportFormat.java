package gongkai.cli.report;

import gongkai.cli.report.html.HtmlReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A format of {@code --format}: the files it consists of, and how they are made. */
public enum ReportFormat {
  /** Tables for Excel and scripts. */
  CSV(
      List.of(
          "items.csv",
          "gaps.csv",
          "pages.csv",
          "review.csv",
          "links.csv",
          "notices.csv",
          "scores.csv")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      new Tables(of.audit(), of.lang())
          .all()
          .forEach((name, table) -> files.put(name + ".csv", table.bytes()));
      return files;
    }
  },
  /** One page to read, to print and to send. */
  HTML(List.of("report.html")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("report.html", HtmlReport.bytes(of.audit(), of.lang(), of.version()));
    }
  },
  /** Everything, for programs. */
  JSON(List.of("audit.json")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("audit.json", AuditJson.bytes(of.audit(), of.version()));
    }
  },
  /** Test results, for a pipeline. */
  JUNIT(List.of("junit.xml")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("junit.xml", JunitReport.bytes(of));
    }
  },
  /** Findings, for tools that show those of code. */
  SARIF(List.of("audit.sarif")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("audit.sarif", SarifReport.bytes(of));
    }
  },
  /** The tables as a workbook. */
  XLSX(List.of("audit.xlsx")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("audit.xlsx", Spreadsheet.bytes(of));
    }
  },
  /** A summary that fits a merge request. */
  MD(List.of("summary.md")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("summary.md", MarkdownSummary.bytes(of));
    }
  },
  /** One line, for a chat room. */
  CHAT(List.of("chat.txt")) {
    @Override
    Map<String, byte[]> files(ReportInput of) {
      return Map.of("chat.txt", ChatLine.bytes(of));
    }
  };

  /** What an inspector reads, if no format is asked for. */
  public static final List<ReportFormat> DEFAULT = List.of(CSV, HTML, JSON);

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

  /** The files by name. */
  abstract Map<String, byte[]> files(ReportInput of);

  /** All files of some formats by name, in the order of the constants. */
  public static Map<String, byte[]> render(List<ReportFormat> formats, ReportInput of) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ReportFormat format : values()) {
      if (formats.contains(format)) {
        files.putAll(format.files(of));
      }
    }
    files.putAll(OfficeFiles.of(formats, of));
    return files;
  }
}
