package gongkai.cli.report.html;

import gongkai.cli.report.OfficeFileName;
import gongkai.cli.report.PlainText;
import gongkai.rectify.Asked;
import gongkai.rectify.OfficeNotice;
import gongkai.rectify.Outcome;
import gongkai.rectify.Reply;
import gongkai.rectify.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one office gets.
 *
 * @param lists all of the audit's
 * @param number place of the office in the catalogue
 * @param office empty string for items without one
 * @param lead gaps to cure that it answers for, worst first
 * @param support gaps to cure that it helps with, worst first
 * @param toCheck gaps for which nothing is asked yet
 * @param outcomes what became of its earlier notice
 */
public record OfficeList(
    OfficeLists lists,
    int number,
    String office,
    List<OfficeTask> lead,
    List<OfficeTask> support,
    List<OfficeTask> toCheck,
    List<Outcome> outcomes) {
  public OfficeList {
    lead = List.copyOf(lead);
    support = List.copyOf(support);
    toCheck = List.copyOf(toCheck);
    outcomes = List.copyOf(outcomes);
  }

  /** The office's name; a word for items that name none. */
  public String name() {
    return office.isEmpty() ? lists.words().notice("office-none") : PlainText.line(office);
  }

  /** Name of its files without an ending. */
  public String file() {
    return OfficeFileName.of(number, name());
  }

  /** Number of the notice: the audit's last day and the office's number. */
  public String notice() {
    return String.format(Locale.ROOT, "%s-%02d", lists.audit().asOf(), number);
  }

  /** Something is asked of it, so that this is a notice. */
  public boolean asks() {
    return !lead.isEmpty() || !support.isEmpty();
  }

  public boolean everybody() {
    return OfficeNotice.everybody(office);
  }

  /** The lists that concern everybody, and so this office too. */
  public List<OfficeList> forAll() {
    return lists.all().stream().filter(l -> l.everybody() && l.asks() && l != this).toList();
  }

  /** The last days that it has, in order. */
  public List<LocalDate> days() {
    return Stream.concat(lead.stream(), support.stream())
        .flatMap(t -> t.asked().stream())
        .map(Asked::by)
        .distinct()
        .sorted()
        .toList();
  }

  /** One of the days was counted without data for its year. */
  public boolean provisional() {
    return Stream.concat(lead.stream(), support.stream())
        .flatMap(t -> t.asked().stream())
        .anyMatch(Asked::provisional);
  }

  public long count(Outcome.Kind kind) {
    return outcomes.stream().filter(o -> o.kind() == kind).count();
  }

  /** The rows of its table, in the order of the page. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    lead.forEach(t -> rows.addAll(OfficeRow.of(this, t, Optional.of(Role.LEAD))));
    support.forEach(t -> rows.addAll(OfficeRow.of(this, t, Optional.of(Role.SUPPORT))));
    toCheck.forEach(t -> rows.addAll(OfficeRow.of(this, t, Optional.empty())));
    return rows;
  }

  /** What this office, or nobody in particular, replied to a gap that an outcome is about. */
  public List<Reply> replies(Outcome outcome) {
    String id = outcome.now().isEmpty() ? outcome.asked().gapId() : outcome.now();
    return lists.replies(id, office);
  }
}
