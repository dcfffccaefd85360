package gongkai.cli.explain;

import gongkai.message.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Why a requirement has its verdict, or why a page matched, did not match, or has its date. */
public final class Explanation {
  private final ReadAudit audit;
  private final What what;

  private Explanation(ReadAudit audit, What what) {
    this.audit = audit;
    this.what = what;
  }

  /**
   * Finds what is asked for in an audit.
   *
   * @param given folder of an audit, or its {@code audit.json}
   * @param word id of a requirement or an item, or a page's address
   * @throws gongkai.cli.Failure exit code 2: the audit cannot be read, or does not hold it
   */
  public static Explanation of(Path given, String word) {
    ReadAudit audit = ReadAudit.read(given);
    return new Explanation(audit, What.find(audit, word));
  }

  /** As lines of a terminal. */
  public List<String> lines(Lang lang) {
    if (what instanceof What.Page page) {
      return PageText.lines(audit, page.page(), lang);
    }
    List<String> lines = new ArrayList<>();
    for (Part requirement : ((What.Requirements) what).all()) {
      if (!lines.isEmpty()) {
        lines.add("");
        lines.add("-".repeat(80));
      }
      lines.addAll(RequirementText.lines(audit, requirement, lang));
    }
    return lines;
  }

  /** As one JSON document, by {@code rules/schemas/explain.schema.json}. */
  public String json() {
    return ExplainJson.text(audit, what);
  }
}
