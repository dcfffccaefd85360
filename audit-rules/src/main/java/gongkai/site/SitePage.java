package gongkai.site;

import gongkai.page.PageFacts;
import gongkai.page.date.DatedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A document of the site: fetched, or known from a listing entry only.
 *
 * @param url canonical address
 * @param facts what it says; empty if it was not read
 * @param status HTTP status; empty if it was not asked for
 * @param title its own title, else the listing's
 * @param sections every section it stands in; empty list if none is known
 * @param mark words beside its listing entries that say what became of it
 * @param before a day before which its neighbours in a dated listing, or its address, place it;
 *     empty if nothing does
 * @param external it is only a link to another host
 * @param dead answered 404, 410 or a soft 404
 * @param failed why it could not be read; empty string if it was, or was not needed
 * @param truncated its body went on beyond the limit
 * @param fetchedAt empty if it was not read
 * @param sha256 empty string if it was not read
 * @param place file and offset of its WARC record; empty string if it was not read
 */
public record SitePage(
    String url,
    Optional<PageFacts> facts,
    OptionalInt status,
    String title,
    String rawTitle,
    List<Section> sections,
    Published published,
    String mark,
    Optional<LocalDate> before,
    boolean external,
    boolean dead,
    String failed,
    boolean truncated,
    Optional<Instant> fetchedAt,
    String sha256,
    String place) {
  public SitePage {
    sections = List.copyOf(sections);
  }

  /** Day of publication; empty if undated. */
  public Optional<LocalDate> day() {
    return published.day();
  }

  /** Document date (成文日期): of the table, else of the signature. */
  public Optional<DatedText> documentDate() {
    return dated(DatedText.Kind.DOCUMENT_TABLE).or(() -> dated(DatedText.Kind.SIGNATURE));
  }

  /** The first date of a kind. */
  public Optional<DatedText> dated(DatedText.Kind kind) {
    return facts.stream()
        .flatMap(f -> f.otherDates().stream())
        .filter(d -> d.kind() == kind)
        .findFirst();
  }

  /** 文号; empty string if none. */
  public String documentNumber() {
    return facts.map(PageFacts::documentNumber).orElse("");
  }

  /** Main text; empty string if not read. */
  public String text() {
    return facts.map(PageFacts::text).orElse("");
  }

  /** True when its text was read. */
  public boolean read() {
    return facts.isPresent();
  }
}
