package gongkai.waiver;

import gongkai.compare.Judged;
import gongkai.judge.Verdict;
import gongkai.match.Words;
import gongkai.notice.PersonalNumbers;
import gongkai.page.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which gaps of a requirement are excused (豁免范围): those that meet every part given; all of them
 * where none is.
 *
 * @param period as {@code gaps.csv} spells it; empty string for any
 * @param trigger the day the clock started at (起算日); empty for any
 * @param document number of the document judged (文号); empty string for any
 * @param title of the page or document judged; empty string for any
 * @param url of the page or document judged; empty string for any
 * @param verdict only while the gap has this verdict: a worse one is excused no more
 */
public record Scope(
    String period,
    Optional<LocalDate> trigger,
    String document,
    String title,
    String url,
    Optional<Verdict> verdict) {
  /** Every gap of the requirement. */
  public static final Scope WHOLE = new Scope("", Optional.empty(), "", "", "", Optional.empty());

  /** True for a gap that meets every part. */
  boolean covers(Judged gap) {
    return (period.isEmpty() || period.equals(gap.period()))
        && (trigger.isEmpty() || trigger.equals(gap.trigger()))
        && (document.isEmpty() || same(document, gap.documentNumber()))
        && (title.isEmpty()
            || same(title, gap.title())
            || same(title, PersonalNumbers.masked(gap.title())))
        && (url.isEmpty() || !gap.url().isEmpty() && sameUrl(gap.url()))
        && (verdict.isEmpty() || verdict.get() == gap.verdict());
  }

  /** How closely it tells which gap is meant. */
  int parts() {
    return notes().size();
  }

  /** The parts given as {@code key: value}, in the order of the file's keys. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    add(notes, "period", period);
    add(notes, "trigger", trigger.map(LocalDate::toString).orElse(""));
    add(notes, "document", document);
    add(notes, "title", title);
    add(notes, "url", url);
    add(notes, "verdict", verdict.map(Verdict::name).orElse(""));
    return List.copyOf(notes);
  }

  private static void add(List<String> notes, String key, String value) {
    if (!value.isEmpty()) {
      notes.add(key + ": " + value);
    }
  }

  /** The same scope for everybody who writes the same in another way. */
  Scope normal() {
    return new Scope(
        period,
        trigger,
        Words.normal(document),
        Words.normal(title),
        url.isEmpty() ? "" : key(url),
        verdict);
  }

  private static boolean same(String given, String found) {
    return Words.normal(given).equals(Words.normal(found));
  }

  /** As it is, or as our tables show it, without the numbers of persons. */
  private boolean sameUrl(String found) {
    return key(url).equals(key(found)) || key(url).equals(key(PersonalNumbers.masked(found)));
  }

  private static String key(String url) {
    return PageRequest.get(url).key();
  }
}
