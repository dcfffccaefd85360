package gongkai.ruling;

import gongkai.message.Message;
import gongkai.notice.PersonalNumbers;
import gongkai.page.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What an inspector has decided about one page.
 *
 * @param url canonical
 * @param requirementIds the requirement that the page is confirmed for or assigned to, empty for
 *     the best candidate; or those that it is rejected for
 * @param all a rejection of every candidate, not only of the requirements named
 * @param by who (裁定人); never blank
 * @param on when (裁定日期)
 * @param comment empty string if there is none
 * @param file name of the file that says so, without folder
 * @param line where the file says so
 */
public record Ruling(
    String url,
    Kind kind,
    List<String> requirementIds,
    boolean all,
    String by,
    LocalDate on,
    String comment,
    String file,
    int line) {
  public Ruling {
    requirementIds = List.copyOf(requirementIds);
  }

  /** What can be ruled. */
  public enum Kind {
    /** The page answers what it was a candidate for (确认). */
    CONFIRM,
    /** It does not (驳回). */
    REJECT,
    /** It answers another requirement (指定). */
    ASSIGN;

    /** The code in every file. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean rejects() {
    return kind == Kind.REJECT;
  }

  /** A rejection in a file that does not say which the candidates were. */
  boolean rejectsEverything() {
    return rejects() && all && requirementIds.isEmpty();
  }

  /** True for two rulings that cannot both hold. */
  boolean contradicts(Ruling other) {
    if (!key().equals(other.key()) || rejects() == other.rejects()) {
      return false;
    }
    Ruling no = rejects() ? this : other;
    Ruling yes = rejects() ? other : this;
    return no.rejectsEverything()
        || yes.requirementIds.stream().anyMatch(no.requirementIds::contains)
        || yes.requirementIds.isEmpty() && no.all;
  }

  /** Its address hides a number of a person, as reports do. */
  public boolean hidden() {
    return url.contains("***");
  }

  /** True for the page that it names, or that reports name as it does. */
  boolean means(String page) {
    String key = PageRequest.get(page).key();
    return key.equals(PageRequest.get(url).key())
        || hidden() && PageRequest.get(PersonalNumbers.masked(page)).key().equals(key());
  }

  /** What tells pages apart, as reports show it: without numbers of persons. */
  String key() {
    return PageRequest.get(PersonalNumbers.masked(url)).key();
  }

  /**
   * Who decided what and when, with the comment.
   *
   * @param yes said of a requirement that the page answers by this ruling; else of one that it does
   *     not answer
   */
  public Message because(boolean yes) {
    String key = rejects() || yes ? "ruling." + kind.code() : "ruling.elsewhere";
    Message said = Message.of(key, by, on);
    return comment.isEmpty() ? said : Message.of("ruling.commented", said, comment);
  }
}
