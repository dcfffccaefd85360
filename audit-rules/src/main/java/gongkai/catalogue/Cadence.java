package gongkai.catalogue;

import gongkai.cadence.Every;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often, or how soon after what, a requirement must be published (公开时限). {@link #notation()} is
 * the rule file's notation in one line.
 */
public sealed interface Cadence {
  /**
   * The rule's notation in one line, as {@code items.csv} shows it: {@code year, due 06-30,
   * during}.
   */
  String notation();

  /**
   * Where the limit or due date comes from; {@link Basis#TEXT} where the question does not arise.
   */
  default Basis basis() {
    return Basis.TEXT;
  }

  /** The same, resting on something else. */
  default Cadence withBasis(Basis basis) {
    return this;
  }

  /** Where a limit or due date comes from. */
  enum Basis {
    /** The catalogue's own words. */
    TEXT,
    /** A law or a State Council notice. */
    LAW,
    /** Inspection practice: such a gap is a warning first. */
    PRACTICE
  }

  /** What a page that names no period counts for. */
  enum Unlabelled {
    DURING,
    AFTER
  }

  /** What the clock of {@link Within} starts at. */
  enum Trigger {
    DOCUMENT,
    MEETING,
    INTERPRETED,
    FORMATION,
    APPROVAL,
    DECISION
  }

  /** Working days (工作日) or calendar days. */
  record Days(int count, boolean working) {
    /** Reads {@code 20wd} or {@code 20d}, up to 9999; empty if it is neither. */
    public static Optional<Days> parse(String notation) {
      if (!notation.matches("[1-9]\\d{0,3}w?d")) {
        return Optional.empty();
      }
      boolean working = notation.endsWith("wd");
      String digits = notation.substring(0, notation.length() - (working ? 2 : 1));
      return Optional.of(new Days(Integer.parseInt(digits), working));
    }

    public String notation() {
      return count + (working ? "wd" : "d");
    }
  }

  /**
   * Every week, month, quarter, half or year (年度更新, 月度更新 …).
   *
   * @param due when the period's page is due: {@code 06-30}, {@code next 01-31}, {@code end+15d},
   *     {@code end+10wd}; empty is the default grace
   * @param afterApproval calendar days after an event by which the due date of its period is
   *     replaced (预算法 Art. 14); empty if events do not move it
   */
  record Periodic(
      Every every,
      Optional<String> due,
      Unlabelled unlabelled,
      Basis basis,
      OptionalInt afterApproval)
      implements Cadence {
    /** With another due date; empty for the default grace. */
    Periodic withDue(Optional<String> other) {
      return new Periodic(every, other, unlabelled, basis, afterApproval);
    }

    @Override
    public Cadence withBasis(Basis other) {
      return new Periodic(every, due, unlabelled, other, afterApproval);
    }

    @Override
    public String notation() {
      return every.code()
          + due.map(d -> ", due " + d).orElse("")
          + ", "
          + unlabelled.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Within n days of a trigger (20个工作日内发布). */
  record Within(Days days, Trigger of, Basis basis) implements Cadence {
    /** By the catalogue's own words. */
    public Within(Days days, Trigger of) {
      this(days, of, Basis.TEXT);
    }

    @Override
    public Cadence withBasis(Basis other) {
      return new Within(days, of, other);
    }

    @Override
    public String notation() {
      return "within " + days.notation() + " of " + of.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The newest page must not be older than a limit (实时更新); without a limit presence is enough
   * (长期公开).
   *
   * @param months limit in months, or empty
   * @param days limit in days, or empty; never both
   * @param severity what STALE weighs: {@code warning} (true) or {@code advice} (false)
   */
  record Continuous(OptionalInt months, OptionalInt days, boolean warning, Basis basis)
      implements Cadence {
    /** By the catalogue's own words. */
    public Continuous(OptionalInt months, OptionalInt days, boolean warning) {
      this(months, days, warning, Basis.TEXT);
    }

    @Override
    public Cadence withBasis(Basis other) {
      return new Continuous(months, days, warning, other);
    }

    public boolean always() {
      return months.isEmpty() && days.isEmpty();
    }

    @Override
    public String notation() {
      if (always()) {
        return "continuous always";
      }
      String limit = months.isPresent() ? months.getAsInt() + "m" : days.getAsInt() + "d";
      return "continuous " + limit + ", " + (warning ? "warning" : "advice");
    }
  }

  /**
   * Each column (栏目) of a kind, judged by itself: its newest page must not be older than a limit.
   * Without a limit every column of the site is meant, and must hold something (空白栏目).
   *
   * @param first only columns of the first level are meant (一级栏目): what stands below one is its own
   */
  record Columns(Continuous limit, boolean first) implements Cadence {
    /** Whether they hold anything is asked, not how new it is. */
    public boolean filled() {
      return limit.always();
    }

    @Override
    public String notation() {
      String age = limit.notation().replaceFirst("^continuous (\\w+).*", "$1");
      return "columns " + (filled() ? "filled" : age) + (first ? ", first level" : "");
    }
  }

  /**
   * So many columns with a gap, in all requirements named, are a violation (累计超过5个).
   *
   * @param of ids of requirements that judge columns; a column counts once
   */
  record Total(List<String> of, int atLeast) implements Cadence {
    public Total {
      of = List.copyOf(of);
    }

    @Override
    public String notation() {
      return "total " + String.join(" ", of) + ", at least " + atLeast;
    }
  }

  /** At least n publications per calendar year (每年2次). */
  record Count(int count, Basis basis) implements Cadence {
    /** By the catalogue's own words. */
    public Count(int count) {
      this(count, Basis.TEXT);
    }

    @Override
    public Cadence withBasis(Basis other) {
      return new Count(count, other);
    }

    @Override
    public String notation() {
      return "count " + count + " per year";
    }
  }

  /**
   * Each publication of another requirement needs one of this that names it.
   *
   * @param follows id of the other requirement
   * @param except words in a document's title that free it (转发, 废止 …)
   */
  record FollowUp(String follows, Days days, List<String> except, Basis basis) implements Cadence {
    public FollowUp {
      except = List.copyOf(except);
    }

    /** By the catalogue's own words. */
    public FollowUp(String follows, Days days, List<String> except) {
      this(follows, days, except, Basis.TEXT);
    }

    @Override
    public Cadence withBasis(Basis other) {
      return new FollowUp(follows, days, except, other);
    }

    @Override
    public String notation() {
      return "follows " + follows + ", within " + days.notation();
    }
  }

  /**
   * Documents of other requirements must say that they have ended (标注废止、失效).
   *
   * @param clearance id of the requirement that publishes which documents were cleared (清理结果):
   *     while that cannot be read, a mere lapse of time proves nothing; empty string if the
   *     catalogue has none
   */
  record Marking(List<String> marks, String clearance) implements Cadence {
    public Marking {
      marks = List.copyOf(marks);
    }

    @Override
    public String notation() {
      return "marks " + String.join(" ", marks);
    }
  }

  /** Deadline words that nobody could read: always REVIEW. */
  record Unknown(String words) implements Cadence {
    @Override
    public String notation() {
      return "unknown: " + words;
    }
  }
}
