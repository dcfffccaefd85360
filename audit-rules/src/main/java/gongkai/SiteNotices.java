package gongkai;

import gongkai.Audit.Terms;
import gongkai.judge.Severity;
import gongkai.match.Match.Decision;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.notice.MissingNumbers;
import gongkai.notice.MissingNumbers.Gap;
import gongkai.notice.PersonalNumbers;
import gongkai.notice.PersonalNumbers.Count;
import gongkai.notice.PersonalNumbers.Found;
import gongkai.page.PageFacts;
import gongkai.site.Site;
import gongkai.site.SiteFile;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a site gives an inspector to notice beside the catalogue. */
final class SiteNotices {
  private SiteNotices() {}

  static List<Notice> of(List<PageMatches> matches, Site site, Terms terms) {
    List<PageMatches> there = matches.stream().filter(m -> !m.page().dead()).toList();
    return Stream.concat(missing(there, site, terms), personal(there)).toList();
  }

  private static Stream<Notice> missing(List<PageMatches> matches, Site site, Terms terms) {
    boolean cut =
        !site.navigationCut().isEmpty()
            || !site.limitCut().isEmpty()
            || site.sections().stream().anyMatch(s -> !s.cut().isEmpty() && !s.refused());
    return MissingNumbers.of(
            terms.catalogue().bureau(),
            matches.stream().map(SiteNotices::numbered).toList(),
            terms.since(),
            terms.asOf())
        .stream()
        .map(gap -> missing(gap, cut));
  }

  private static MissingNumbers.Page numbered(PageMatches m) {
    SitePage page = m.page();
    return new MissingNumbers.Page(
        page.url(),
        page.title(),
        page.documentNumber(),
        page.text(),
        page.files().stream().map(SiteFile::name).toList(),
        page.read() || page.external(),
        m.matches().stream().anyMatch(match -> match.decision() == Decision.MATCHED),
        page.day());
  }

  private static Notice missing(Gap gap, boolean cut) {
    return new Notice(
        Notice.Kind.MISSING_NUMBER,
        Severity.ADVICE,
        gap.subject(),
        gap.mentioned().orElse(""),
        Message.of(
            "notice.missing-number-because",
            gap.series(),
            gap.seen(),
            gap.lowest(),
            gap.highest(),
            gap.all(),
            gap.mentioned().isPresent() ? Message.of("notice.missing-number-mentioned") : "",
            gap.unread() > 0 ? Message.of("notice.missing-number-unread", gap.unread()) : "",
            cut ? Message.of("notice.missing-number-cut") : ""));
  }

  /**
   * A mobile number around the text, as one in the footer of every page, counts once: at the first
   * page that shows it. An identity number is nobody's to call and counts wherever it stands.
   */
  private static Stream<Notice> personal(List<PageMatches> matches) {
    List<SitePage> pages = matches.stream().map(PageMatches::page).toList();
    List<Found> own = pages.stream().map(p -> PersonalNumbers.found(everything(p))).toList();
    Found known = own.stream().reduce(PersonalNumbers.found(""), Found::and);
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      String around = pages.get(i).facts().map(PageFacts::beside).orElse("");
      Found beside = PersonalNumbers.found(around).butMobilesOf(known);
      known = beside.count().none() ? known : known.and(beside);
      Count count = own.get(i).and(beside).count();
      if (!count.none()) {
        notices.add(personal(pages.get(i), count));
      }
    }
    return notices.stream();
  }

  private static String everything(SitePage page) {
    return Stream.concat(
            Stream.of(page.title(), page.text(), page.url()),
            page.files().stream().map(SiteFile::name))
        .collect(Collectors.joining("\n"));
  }

  private static Notice personal(SitePage page, Count count) {
    return new Notice(
        Notice.Kind.PERSONAL_NUMBERS,
        count.contactsOnly() ? Severity.ADVICE : Severity.WARNING,
        page.title().isBlank() ? page.url() : page.title(),
        page.url(),
        Message.of(
            "notice.personal-numbers-because",
            count.identities(),
            count.mobiles(),
            count.contacts() == 0
                ? ""
                : Message.of("notice.personal-numbers-contact", count.contacts())));
  }
}
