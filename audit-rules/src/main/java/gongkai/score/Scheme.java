package gongkai.score;

import gongkai.AuditResult.RequirementResult;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A scheme (评分标准), as a file given with {@code --scheme} has it.
 *
 * @param name of the file or the bundled scheme
 * @param title what inspectors call it
 * @param published where it was published; empty if it is nobody's but the user's
 * @param notDue what becomes of a part in which nothing was due
 * @param each a part for each requirement, item or category; empty if the parts are listed
 * @param parts listed parts; empty list with {@code each}, or where a scheme only vetoes
 * @param vetoes in the file's order
 */
public record Scheme(
    String name,
    String title,
    Optional<Published> published,
    NotDue notDue,
    Optional<Each> each,
    List<Part> parts,
    List<Veto> vetoes) {
  public Scheme {
    parts = List.copyOf(parts);
    vetoes = List.copyOf(vetoes);
  }

  /**
   * Where a scheme comes from.
   *
   * @param number 文号; empty string if it has none
   * @param address web address at which it was read
   * @param note which of it is taken over; empty string if all of it
   */
  public record Published(
      String title, String issuer, String number, String address, String note) {}

  /** What becomes of a part in which nothing was due inside the window. */
  public enum NotDue {
    /** It has its full points. */
    FULL,
    /** It is left out, and the others weigh more. */
    LEFT_OUT;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What has a part of its own. */
  public enum By {
    REQUIREMENT,
    ITEM,
    CATEGORY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A part for each of something.
   *
   * @param points by id of the requirement or item, or name of the category
   * @param otherwise points of those not named; zero leaves them out
   */
  public record Each(
      By by, Map<String, BigDecimal> points, BigDecimal otherwise, List<Deduction> deductions) {
    public Each {
      points = Map.copyOf(points);
      deductions = List.copyOf(deductions);
    }
  }

  /**
   * A line of the scheme (指标).
   *
   * @param points at most lost here (扣完为止)
   * @param notJudged why an audit cannot judge it; empty string if it can
   */
  public record Part(
      String id,
      String name,
      BigDecimal points,
      Scope scope,
      List<Deduction> deductions,
      String notJudged) {
    public Part {
      deductions = List.copyOf(deductions);
    }
  }

  /**
   * Which requirements a part or veto is about; all lists empty is every one.
   *
   * @param words found in the name of the category, the item or the requirement
   */
  public record Scope(
      List<String> requirements, List<String> items, List<String> categories, List<String> words) {
    public static final Scope ALL = new Scope(List.of(), List.of(), List.of(), List.of());

    public Scope {
      requirements = List.copyOf(requirements);
      items = List.copyOf(items);
      categories = List.copyOf(categories);
      words = List.copyOf(words);
    }

    /** It is named by its id. */
    boolean names(RequirementResult r) {
      return requirements.contains(r.requirement().id()) || items.contains(r.item().id());
    }

    boolean takes(RequirementResult r) {
      String names = r.item().category() + "\n" + r.item().name() + "\n" + r.requirement().name();
      return equals(ALL)
          || names(r)
          || categories.contains(r.item().category())
          || words.stream().anyMatch(names::contains);
    }
  }

  /** Which gaps. */
  public record Which(Set<Verdict> verdicts, Set<Severity> severities) {
    public Which {
      verdicts = Set.copyOf(verdicts);
      severities = Set.copyOf(severities);
    }

    public boolean takes(Finding gap) {
      return verdicts.contains(gap.verdict())
          && (severities.isEmpty() || severities.contains(gap.severity()));
    }
  }

  /** What is counted. */
  public enum Per {
    /** Every gap. */
    FINDING,
    /** A requirement once, however many gaps it has. */
    REQUIREMENT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a gap costs. A gap is taken by the first deduction of its part that it fits.
   *
   * @param scope narrows the part's own
   * @param points for one; empty for all points of the part
   * @param atMost by all of them together; empty for no limit but the part's points
   */
  public record Deduction(
      Scope scope, Which which, Per per, Optional<BigDecimal> points, Optional<BigDecimal> atMost) {
    boolean takes(RequirementResult of, Finding gap) {
      return scope.takes(of) && which.takes(gap);
    }
  }

  /**
   * A veto (单项否决).
   *
   * @param atLeast from so many requirements on
   * @param part id of the part that it sets to zero; empty string for the whole score
   * @param notJudged why an audit cannot judge it; empty string if it can
   */
  public record Veto(
      String name, Scope scope, Which which, int atLeast, String part, String notJudged) {}
}
