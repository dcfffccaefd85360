package gongkai.site;

import gongkai.page.FileFormat;
import gongkai.page.PageFacts;
import java.util.Optional;

/**
 * A file that a page offers (附件).
 *
 * @param url canonical address
 * @param name of its link
 * @param speaks the page says nothing of its own: the file is the publication
 * @param facts what it says; empty if it was not fetched
 * @param sha256 empty string if it was not fetched
 * @param failed why it could not be had; empty string if it was, or was not asked for
 */
public record SiteFile(
    String url,
    String name,
    boolean speaks,
    Optional<PageFacts> facts,
    String sha256,
    String failed) {
  /** Its format: of its bytes, else of its address or name. */
  public FileFormat format() {
    FileFormat said = FileFormat.named(url);
    return facts
        .flatMap(PageFacts::file)
        .map(f -> f.format())
        .orElse(said == FileFormat.OTHER ? FileFormat.named(name) : said);
  }

  /** Its name without the ending that says its format. */
  String bareName() {
    int dot = name.lastIndexOf('.');
    return FileFormat.named(name) == FileFormat.OTHER || dot < 0 ? name : name.substring(0, dot);
  }
}
