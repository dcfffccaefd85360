package gongkai.judge;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.judge.Evidence.Open;
import gongkai.judge.Evidence.Why;
import gongkai.match.Match;
import gongkai.match.PageMatches;
import gongkai.match.Words;
import gongkai.message.Message;
import gongkai.page.PageKind;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sorts the pages of a requirement into firm and open evidence. */
final class EvidenceFinder {
  /** A 全文 page with fewer characters, and without any file or picture, shows nothing. */
  private static final int LEAST_TEXT = 80;

  private final Requirement requirement;
  private final Item.Form form;
  private final Window window;
  private final List<PageMatches> pages;

  EvidenceFinder(Requirement requirement, Item.Form form, Window window, List<PageMatches> pages) {
    this.requirement = requirement;
    this.form = form;
    this.window = window;
    this.pages = pages;
  }

  Evidence find() {
    List<Reading> firm = new ArrayList<>();
    List<Reading> later = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    List<PageMatches> failed = new ArrayList<>();
    int matched = 0;
    for (PageMatches m : pages) {
      Optional<Match> match =
          m.matches().stream().filter(x -> x.requirementId().equals(requirement.id())).findFirst();
      if (match.isEmpty()) {
        continue;
      }
      boolean after = m.page().day().filter(d -> d.isAfter(window.asOf())).isPresent();
      if (match.get().decision() == Match.Decision.CANDIDATE) {
        if (!m.page().dead()) {
          open.add(open(m, Why.CANDIDATE));
        }
        continue;
      }
      matched += m.page().dead() ? 0 : 1;
      Optional<Why> why = why(m, match.get().ruling().isPresent());
      if (!m.page().failed().isEmpty()) {
        failed.add(m);
      } else if (why.isPresent()) {
        open.add(open(m, why.get()));
      } else if (after) {
        later.add(Reading.of(m));
      } else {
        firm.add(Reading.of(m));
      }
    }
    return new Evidence(firm, later, open, failed, matched);
  }

  /**
   * Why a matched page is open evidence all the same.
   *
   * @param ruled a person has looked at it and decided that it answers: only its date can be in
   *     doubt
   */
  private Optional<Why> why(PageMatches m, boolean ruled) {
    SitePage p = m.page();
    boolean continuous =
        requirement.cadence() instanceof Cadence.Continuous
            || requirement.cadence() instanceof Cadence.Columns;
    boolean always = requirement.cadence() instanceof Cadence.Continuous c && c.always();
    boolean within = requirement.cadence() instanceof Cadence.Within;
    if (p.dead()) {
      return Optional.of(Why.DEAD);
    }
    if (p.external() && !ruled) {
      return continuous ? Optional.empty() : Optional.of(Why.EXTERNAL);
    }
    if (p.truncated() && !ruled) {
      return Optional.of(Why.TRUNCATED);
    }
    if (thin(p) && !m.statement() && !ruled) {
      return Optional.of(Why.THIN);
    }
    // in cadence 2 an undated page is a finding of its own
    if (p.day().isEmpty() && !always && (!within || m.statement())) {
      return Optional.of(Why.UNDATED);
    }
    if (requirement.cadence() instanceof Cadence.Periodic periodic
        && !m.statement()
        && Years.undecided(p, periodic.unlabelled())) {
      return Optional.of(Why.PERIOD);
    }
    return Optional.empty();
  }

  private boolean thin(SitePage p) {
    return form == Item.Form.FULL
        && p.facts()
            .filter(f -> f.kind() != PageKind.ATTACHMENT)
            .filter(f -> f.attachments().isEmpty() && !f.media())
            .filter(f -> f.text().replaceAll("\\s", "").length() < LEAST_TEXT)
            .isPresent();
  }

  static Open open(PageMatches m, Why why) {
    String key = "judge.open." + why.name().toLowerCase(java.util.Locale.ROOT);
    String section =
        m.page().sections().isEmpty() ? "" : String.join(" > ", m.page().sections().get(0).path());
    String shown = m.page().title().isBlank() ? m.page().url() : Words.shown(m.page().title());
    return new Open(m, why, Message.of(key, shown, section));
  }
}
