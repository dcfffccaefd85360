package gongkai.wording;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Continuous;
import gongkai.catalogue.Cadence.Periodic;
import gongkai.catalogue.Cadence.Trigger;
import gongkai.catalogue.Cadence.Within;
import gongkai.message.Message;
import gongkai.wording.PlainWords.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How catalogues state deadlines (公开时限), as the cadences of the rule file.
 *
 * <p>The words are cut at punctuation; each part, one or several pieces long, must be covered from
 * its first letter to its last by one row of the table. If any piece is left over nothing is read,
 * so no wording is ever half understood.
 */
public final class DeadlineLanguage {
  /** Longer cells are texts, not deadlines. */
  private static final int LONGEST = 400;

  /** Longer pieces together are no one deadline; it also bounds the work that a cell can make. */
  private static final int LONGEST_PART = 100;

  private final List<WordingPattern> patterns;
  private final Pattern subject;

  private DeadlineLanguage(PatternTable.Read table) {
    patterns = table.rows();
    subject = table.subject();
  }

  /** The language of the bundled table. */
  public static DeadlineLanguage bundled() {
    return new DeadlineLanguage(PatternTable.bundled());
  }

  /** The language of a table's lines. */
  static DeadlineLanguage of(List<String> lines) {
    return new DeadlineLanguage(PatternTable.read(lines));
  }

  /** The rows, in the table's order. */
  List<WordingPattern> patterns() {
    return patterns;
  }

  /** The rows that cover a cell, in the order of its words; empty if some piece is left over. */
  List<WordingPattern> rows(String words) {
    return parts(words, PlainWords.pieces(words)).orElse(List.of()).stream()
        .map(Part::row)
        .toList();
  }

  /** A part of the words with the row that covers it. */
  private record Part(WordingPattern row, String notation, String from) {}

  /** Reads one cell; the same words always read the same. */
  public DeadlineReading read(String words) {
    List<Piece> pieces = words.length() > LONGEST ? List.of() : PlainWords.pieces(words);
    Optional<List<Part>> parts = parts(words, pieces);
    if (parts.isEmpty()) {
      return notUnderstood(words);
    }
    List<Part> told =
        parts.get().stream().filter(p -> !p.row().says(WordingPattern.NOTHING)).toList();
    if (told.size() == 1 && told.get(0).row().says(WordingPattern.SAME)) {
      return new DeadlineReading.SameAsAbove(words);
    }
    List<Deadline> deadlines = new ArrayList<>();
    List<Message> warnings = new ArrayList<>();
    for (Part part : told) {
      Optional<Cadence> cadence = WordingPattern.cadence(part.notation());
      if (cadence.isEmpty()) {
        return notUnderstood(words);
      }
      WordingPattern row = part.row();
      Deadline deadline =
          new Deadline(cadence.get(), part.notation(), part.from(), row.pattern(), row.line());
      if (deadlines.stream().noneMatch(d -> d.notation().equals(deadline.notation()))) {
        deadlines.add(deadline);
      }
      if (!row.remark().isEmpty()) {
        warnings.add(Message.of("wording." + row.remark(), words, deadline.notation()));
      }
    }
    List<Deadline> precise = deadlines.stream().filter(d -> !saidBetter(d, deadlines)).toList();
    return precise.isEmpty() || contradict(precise)
        ? notUnderstood(words)
        : new DeadlineReading.Understood(words, precise, warnings);
  }

  private static DeadlineReading notUnderstood(String words) {
    return new DeadlineReading.NotUnderstood(words, List.of(Message.of("wording.unknown", words)));
  }

  /**
   * True for a vague deadline beside a precise one, which then says what it means: 年度更新（每年6月底前） is
   * one deadline, and so is 及时公开，最迟20个工作日. Presence (长期公开) stands beside any other but one that
   * asks for new pages (实时更新), and so does what is said of other things (其他及时公开).
   */
  private static boolean saidBetter(Deadline vague, List<Deadline> all) {
    return all.stream()
        .filter(other -> other != vague && !vague.from().matches("其[他它余].*"))
        .map(Deadline::cadence)
        .anyMatch(other -> saidBetter(vague.cadence(), other));
  }

  private static boolean saidBetter(Cadence vague, Cadence other) {
    if (vague instanceof Periodic period && period.due().isEmpty()) {
      return other instanceof Periodic dated
          && dated.every() == period.every()
          && dated.due().isPresent();
    }
    if (vague instanceof Continuous presence && presence.always()) {
      return other instanceof Continuous limited && !limited.always();
    }
    return vague instanceof Continuous prompt
        && prompt.basis() == Basis.PRACTICE
        && other.basis() == Basis.TEXT
        && !(other instanceof Continuous always && always.always());
  }

  /**
   * True if two deadlines start on the same day and end on different ones (5个工作日内，最长20个工作日: which
   * holds for what?), or if one says when another's period is due (季度更新，次月15日前); two periods each
   * with a day of its own (季度结束后15日内，每年1月31日前) are two deadlines.
   */
  private static boolean contradict(List<Deadline> deadlines) {
    return deadlines.stream()
        .anyMatch(
            one ->
                deadlines.stream()
                    .filter(other -> other != one)
                    .anyMatch(other -> contradict(one.cadence(), other.cadence())));
  }

  private static boolean contradict(Cadence one, Cadence other) {
    if (one instanceof Within a && other instanceof Within b) {
      return start(a.of()) == start(b.of()) && !a.days().equals(b.days());
    }
    return one instanceof Periodic a
        && other instanceof Periodic b
        && a.every() != b.every()
        && a.due().isPresent()
        && b.due().isEmpty()
        && b.basis() == Basis.PRACTICE;
  }

  /** Formation is judged by the document's date. */
  private static Trigger start(Trigger of) {
    return of == Trigger.FORMATION ? Trigger.DOCUMENT : of;
  }

  /**
   * The fewest parts that cover every piece, the earlier row first; empty if some piece is left.
   */
  private Optional<List<Part>> parts(String words, List<Piece> pieces) {
    List<Optional<List<Part>>> upTo = new ArrayList<>();
    upTo.add(Optional.of(List.of()));
    for (int end = 1; end <= pieces.size(); end++) {
      Optional<List<Part>> best = Optional.empty();
      for (int begin = 0; begin < end; begin++) {
        Optional<List<Part>> before = upTo.get(begin);
        if (before.isPresent() && best.map(b -> before.get().size() + 1 < b.size()).orElse(true)) {
          Optional<Part> part = part(words, pieces.subList(begin, end));
          if (part.isPresent()) {
            List<Part> all = new ArrayList<>(before.get());
            all.add(part.get());
            best = Optional.of(List.copyOf(all));
          }
        }
      }
      upTo.add(best);
    }
    return pieces.isEmpty() ? Optional.empty() : upTo.get(pieces.size());
  }

  private Optional<Part> part(String words, List<Piece> pieces) {
    String plain = PlainWords.join(pieces);
    if (plain.length() > LONGEST_PART) {
      return Optional.empty();
    }
    String from = words.substring(pieces.get(0).from(), pieces.get(pieces.size() - 1).to());
    return part(plain, from).or(() -> part(withoutSubject(plain), from));
  }

  private Optional<Part> part(String plain, String from) {
    return patterns.stream()
        .flatMap(row -> row.notation(plain).map(said -> new Part(row, said, from)).stream())
        .findFirst();
  }

  /** Without what is to be disclosed at its beginning (年度报告每年1月31日前); empty if none is. */
  private String withoutSubject(String plain) {
    Matcher words = subject.matcher(plain);
    return words.lookingAt() ? plain.substring(words.end()) : "";
  }
}
