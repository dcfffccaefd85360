package gongkai.judge;

import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cadence 7: a document that has ended must say so (标注废止、失效). All documents are judged, whatever
 * the window.
 */
final class MarkingDuty {
  private final Requirement requirement;
  private final Window window;
  private final Validity validity;
  private final Publications publications;

  MarkingDuty(
      Requirement requirement, Window window, Validity validity, Publications publications) {
    this.requirement = requirement;
    this.window = window;
    this.validity = validity;
    this.publications = publications;
  }

  /**
   * @param documents pages of the marked requirements
   * @param listed the site's list of results (清理结果) could be read, so that a mere lapse of time is
   *     certain
   */
  List<Finding> judge(List<SitePage> documents, boolean listed) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    List<SitePage> inOrder = documents.stream().sorted(Publications.EARLIEST).toList();
    for (SitePage document : inOrder) {
      boolean outside = document.day().filter(d -> d.isAfter(window.asOf())).isPresent();
      if (!outside && seen.add(publications.id(document))) {
        ended(document).map(e -> judge(document, e, listed)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Validity.Ended> ended(SitePage document) {
    return publications.copies(document).stream()
        .map(c -> validity.ended(c, window.asOf()))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Validity.Ended::from));
  }

  private Finding judge(SitePage document, Validity.Ended ended, boolean listed) {
    boolean marked = publications.copies(document).stream().anyMatch(Validity::marked);
    boolean repealed = ended.repealedBy().isPresent();
    Optional<LocalDate> due = repealed ? Optional.empty() : Optional.of(ended.from());
    Message by =
        repealed
            ? Message.of("judge.ended.repealed", ended.repealedBy().get().title(), ended.words())
            : Message.of("judge.ended.lapsed", ended.words(), ended.from());
    Verdict verdict =
        marked ? Verdict.COMPLIANT : repealed || listed ? Verdict.MISSING : Verdict.REVIEW;
    String key =
        switch (verdict) {
          case COMPLIANT -> "judge.compliant.marked";
          case MISSING -> "judge.missing.mark";
          default -> "judge.review.mark";
        };
    Draft draft =
        new Draft(requirement.id(), verdict, Message.of(key, document.title(), by))
            .page(document)
            .published(document.day())
            .due(due)
            .lowered(requirement.event(), "judge.lowered.event");
    ended
        .repealedBy()
        .ifPresent(p -> draft.note(Message.of("judge.note.repealed-by", p.title(), p.url())));
    return draft.done();
  }
}
