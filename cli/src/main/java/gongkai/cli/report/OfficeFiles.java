package gongkai.cli.report;

import gongkai.cli.report.html.OfficeLists;
import gongkai.cli.report.html.OfficePages;
import gongkai.message.Lang;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The folder {@code offices/} of {@code --split-by office}: a rectification notice (整改通知) to print
 * and a table to fill in per office, one table of all for the inspector, and a page that leads to
 * them.
 */
public final class OfficeFiles {
  /** Its name in {@code --out}. */
  public static final String FOLDER = "offices";

  /** The page that leads to the notices. */
  public static final String INDEX = FOLDER + "/index.html";

  private static final String ALL = "replies.csv";
  private static final Pattern OWN =
      Pattern.compile(
          "\\d{2,}(-.*)?\\.(html|csv)|index\\.html|" + Pattern.quote(ALL), Pattern.DOTALL);

  private OfficeFiles() {}

  /** True for a name in the folder that an audit writes. */
  static boolean own(String name) {
    return OWN.matcher(name).matches();
  }

  /** The files by name; none if no notices are written. */
  static Map<String, byte[]> of(List<ReportFormat> formats, ReportInput of) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (of.audit().rectification().order().isEmpty()) {
      return files;
    }
    OfficeLists lists = new OfficeLists(of.audit(), of.lang(), of.version());
    if (formats.contains(ReportFormat.HTML)) {
      files.put(INDEX, OfficePages.index(lists));
      lists.all().forEach(l -> files.put(FOLDER + "/" + l.file() + ".html", OfficePages.page(l)));
    }
    if (formats.contains(ReportFormat.CSV)) {
      lists
          .all()
          .forEach(l -> files.put(FOLDER + "/" + l.file() + ".csv", table(l.rows(), of.lang())));
      files.put(
          FOLDER + "/" + ALL,
          table(lists.all().stream().flatMap(l -> l.rows().stream()).toList(), of.lang()));
    }
    return files;
  }

  private static byte[] table(List<List<String>> rows, Lang lang) {
    return new Table(gongkai.rectify.ReplyReader.columns(lang), rows).bytes();
  }
}
