package gongkai.judge;

import gongkai.match.Words;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a document has ended (失效, 废止), by the pages of its own site. */
final class Validity {
  /**
   * That a document has ended.
   *
   * @param from the first day without validity
   * @param repealedBy the page that repeals it; empty when its own text set the end
   * @param words the words that say so
   */
  record Ended(LocalDate from, Optional<SitePage> repealedBy, String words) {}

  /** A page that speaks of validity, with its words in normal form. */
  private record Speaker(SitePage page, String normal) {}

  private final List<Speaker> speaking = new ArrayList<>();
  private final List<SitePage> living;
  private final Publications publications;

  Validity(List<SitePage> pages, Publications publications) {
    this.publications = publications;
    living = pages.stream().filter(p -> !p.dead()).toList();
    for (SitePage p : pages) {
      if (p.read() && ValidityWords.in(p.title(), p.text())) {
        speaking.add(new Speaker(p, Words.normal(p.title() + p.text())));
      }
    }
    speaking.sort(Comparator.comparing(Speaker::page, Publications.EARLIEST));
  }

  /**
   * Whether and since when a document has ended; empty if it is in force at {@code as-of} or
   * nothing says.
   */
  Optional<Ended> ended(SitePage document, LocalDate asOf) {
    DocumentNames names = new DocumentNames(document);
    List<Said> said = new ArrayList<>();
    List<SitePage> about = about(document, names, asOf);
    about.forEach(p -> said.addAll(Said.in(p, names)));
    Optional<Ended> repealed =
        said.stream()
            .filter(s -> s.mode() == Said.Mode.ENDS)
            .map(s -> new Ended(s.from().orElse(LocalDate.MIN), Optional.of(s.page()), s.words()))
            .filter(e -> !e.from().isAfter(asOf))
            .min(Comparator.comparing(Ended::from));
    if (repealed.isPresent()) {
      return repealed;
    }
    return Lapse.of(document)
        .filter(e -> !reissued(document, asOf))
        .filter(e -> said.stream().noneMatch(s -> s.mode() == Said.Mode.STAYS))
        .flatMap(e -> Lapse.extended(e, names, about))
        .filter(e -> !e.from().isAfter(asOf));
  }

  /**
   * Other publications up to {@code as-of} that name a document and speak of validity, earliest
   * first.
   */
  private List<SitePage> about(SitePage document, DocumentNames names, LocalDate asOf) {
    return speaking.stream()
        .filter(s -> !publications.id(s.page()).equals(publications.id(document)))
        .filter(s -> s.page().day().filter(d -> d.isAfter(asOf)).isEmpty())
        .filter(s -> names.in(s.normal()))
        .map(Speaker::page)
        .toList();
  }

  /** The same document was issued again later, under its own name. */
  private boolean reissued(SitePage document, LocalDate asOf) {
    String name = Interpretations.core(ValidityWords.unmarked(document.title()));
    return living.stream()
        .filter(p -> !publications.id(p).equals(publications.id(document)))
        .filter(
            p ->
                !p.documentNumber().isEmpty()
                    && !p.documentNumber().equals(document.documentNumber()))
        .filter(p -> p.day().filter(d -> !d.isAfter(asOf)).isPresent())
        .filter(p -> document.day().map(d -> p.day().get().isAfter(d)).orElse(false))
        .anyMatch(p -> Interpretations.core(p.title()).equals(name));
  }

  /** True when a page of the document says that it has ended. */
  static boolean marked(SitePage document) {
    boolean inSection =
        document.sections().stream().flatMap(s -> s.names().stream()).anyMatch(ValidityWords::ends);
    String words = document.mark() + " " + document.facts().map(f -> f.validity()).orElse("");
    return inSection || ValidityWords.ends(words) || ValidityWords.marked(document.title());
  }
}
