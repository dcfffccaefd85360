package gongkai.judge;

import gongkai.catalogue.Requirement;
import gongkai.match.Match;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.page.Attachment;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else a reader of a requirement's row should know; never a verdict. */
final class Notes {
  private final Requirement requirement;
  private final Evidence evidence;
  private final List<PageMatches> pages;

  Notes(Requirement requirement, Evidence evidence, List<PageMatches> pages) {
    this.requirement = requirement;
    this.evidence = evidence;
    this.pages = pages;
  }

  List<Message> all() {
    List<Message> notes = new ArrayList<>();
    facets(notes);
    long external = matched().filter(SitePage::external).count();
    if (external > 0) {
      notes.add(Message.of("judge.note.external", external));
    }
    if (!evidence.open().isEmpty()) {
      notes.add(Message.of("judge.note.open", evidence.open().size()));
    }
    if (!evidence.later().isEmpty()) {
      notes.add(Message.of("judge.note.later", evidence.later().size()));
    }
    return notes;
  }

  /** Facets not seen in titles, headings or names of attachments; never a violation. */
  private void facets(List<Message> notes) {
    if (requirement.facets().isEmpty() || evidence.firm().isEmpty()) {
      return;
    }
    String seen = matched().flatMap(Notes::words).collect(Collectors.joining(" "));
    List<String> unseen = requirement.facets().stream().filter(f -> !seen.contains(f)).toList();
    if (!unseen.isEmpty()) {
      notes.add(Message.of("judge.note.facets", String.join("、", unseen)));
    }
  }

  private static Stream<String> words(SitePage p) {
    return Stream.concat(
        Stream.of(p.title()),
        p.facts().stream()
            .flatMap(
                f ->
                    Stream.concat(
                        Stream.of(f.heading()), f.attachments().stream().map(Attachment::name))));
  }

  private Stream<SitePage> matched() {
    return pages.stream()
        .filter(
            m ->
                m.matches().stream()
                    .anyMatch(
                        x ->
                            x.requirementId().equals(requirement.id())
                                && x.decision() == Match.Decision.MATCHED))
        .map(PageMatches::page);
  }
}
