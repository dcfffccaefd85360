package gongkai.site;

import gongkai.page.PageFacts;
import gongkai.page.date.DatedText;
import gongkai.snapshot.FileText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param files the files it offers, in its order
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
    String place,
    List<SiteFile> files) {
  public SitePage {
    sections = List.copyOf(sections);
    files = List.copyOf(files);
  }

  /** A page that offers no files. */
  public SitePage(
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
    this(
        url, facts, status, title, rawTitle, sections, published, mark, before, external, dead,
        failed, truncated, fetchedAt, sha256, place, List.of());
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
    return otherDates().stream().filter(d -> d.kind() == kind).findFirst();
  }

  /**
   * Every date but the publication's, in the order of the page; where the page itself gives no
   * document date, also those of the first file that speaks for it and has dates.
   */
  public List<DatedText> otherDates() {
    List<DatedText> own = facts.map(PageFacts::otherDates).orElse(List.of());
    boolean dated =
        own.stream()
            .anyMatch(
                d ->
                    d.kind() == DatedText.Kind.DOCUMENT_TABLE
                        || d.kind() == DatedText.Kind.SIGNATURE);
    List<DatedText> fromFile =
        dated
            ? List.of()
            : speaking()
                .map(PageFacts::otherDates)
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse(List.of());
    return Stream.concat(own.stream(), fromFile.stream()).toList();
  }

  /** 文号; empty string if none. */
  public String documentNumber() {
    return said().map(PageFacts::documentNumber).filter(n -> !n.isEmpty()).findFirst().orElse("");
  }

  /** Main text, with that of the files that speak for it; empty string if not read. */
  public String text() {
    return said().map(PageFacts::text).filter(t -> !t.isEmpty()).collect(Collectors.joining("\n"));
  }

  /**
   * What it may be called beside its title: for a page that says nothing of its own, the names of
   * its files and what these are headed with; for a file, what it is headed with.
   */
  public List<String> otherNames() {
    Stream<String> names =
        files.stream()
            .filter(SiteFile::speaks)
            .flatMap(f -> Stream.concat(Stream.of(f.bareName()), headings(f.facts().stream())));
    Stream<String> own = headings(facts.stream().filter(f -> f.file().isPresent()));
    return Stream.concat(own, names).filter(n -> !n.isBlank()).distinct().toList();
  }

  private static Stream<String> headings(Stream<PageFacts> files) {
    return files.map(PageFacts::heading);
  }

  /** The page's own facts, then those of the files that speak for it. */
  private Stream<PageFacts> said() {
    return Stream.concat(facts.stream(), speaking());
  }

  private Stream<PageFacts> speaking() {
    return files.stream().filter(SiteFile::speaks).flatMap(f -> f.facts().stream());
  }

  /** True when it was fetched and is a page, or a file whose text could be read. */
  public boolean textRead() {
    return facts
        .filter(f -> f.file().map(file -> file.state() == FileText.State.READ).orElse(true))
        .isPresent();
  }

  /** Why the files that speak for it say nothing; empty string unless one could not be had. */
  public String failedFile() {
    return files.stream()
        .filter(f -> f.speaks() && !f.failed().isEmpty())
        .map(f -> f.url() + ": " + f.failed())
        .findFirst()
        .orElse("");
  }

  /** True when it was fetched. */
  public boolean read() {
    return facts.isPresent();
  }
}
