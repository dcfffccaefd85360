package gongkai.wording;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Continuous;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The duties that a content cell (公开内容) enumerates.
 *
 * <p>Numbered parts, or parts between semicolons, are duties of their own only if at least two of
 * them, and at least half, are duties: begin with a verb of disclosure, end with one, have a
 * deadline of their own, or ask for a mark on documents. All others are facets of one duty: 1.姓名
 * 2.职务 asks for one publication, not for two. A sentence inside a cell that has a deadline of its
 * own (主要负责人每年带头解读2次) is a duty beside the rest. Default is one duty.
 */
public final class Duties {
  /** Letters of ids; a cell with more parts is a list of facets. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** A facet is a title's word; longer parts are sentences. */
  private static final int LONGEST_FACET = 20;

  private static final int LONGEST_NAME = 40;
  private static final String SENTENCES = "[，,；;。]";

  private final DeadlineLanguage deadlines;
  private final DutyWords words = DutyWords.bundled();

  private Duties(DeadlineLanguage deadlines) {
    this.deadlines = deadlines;
  }

  /** By the bundled tables. */
  public static Duties bundled() {
    return new Duties(DeadlineLanguage.bundled());
  }

  /**
   * Splits a content cell.
   *
   * @param id the item's id
   * @param name the item's name; the duty's too when there is one only
   * @param content the cell as it stands, may be blank
   * @return at least one duty
   */
  public List<Duty> split(String id, String name, String content) {
    Optional<Enumeration> numbered = Enumeration.of(content);
    List<String> parts =
        numbered
            .map(Enumeration::parts)
            .orElseGet(
                () ->
                    Arrays.stream(content.split("[；;]"))
                        .map(Enumeration::bare)
                        .filter(part -> !part.isEmpty())
                        .toList());
    long duties = parts.stream().filter(this::isDuty).count();
    if (duties >= 2 && duties * 2 >= parts.size() && parts.size() <= LETTERS.length()) {
      return several(id, name, parts);
    }
    List<String> facets = numbered.map(n -> facets(n.parts())).orElseGet(() -> listed(content));
    List<String> lines = lines(content);
    if (numbered.isEmpty() && !lines.isEmpty()) {
      return several(id, name, lines);
    }
    Optional<String> sentence = sentence(content);
    if (sentence.isEmpty()) {
      return List.of(new Duty(id, name, content.strip(), Optional.empty(), facets));
    }
    return List.of(
        new Duty(id + "a", name, content.strip(), Optional.empty(), facets),
        new Duty(id + "b", sentence.get(), sentence.get(), own(sentence.get()), List.of()));
  }

  /**
   * Lines that are duties, every one of them: there the file lost the numbers. A line that only is
   * as long as its column is wide begins with no verb. Empty if they are not.
   */
  private List<String> lines(String content) {
    List<String> lines =
        content.lines().map(Enumeration::bare).filter(line -> !line.isEmpty()).toList();
    boolean duties =
        lines.size() > 1
            && lines.size() <= LETTERS.length()
            && lines.stream()
                .allMatch(line -> words.afterVerb(line).isPresent() || own(line).isPresent());
    return duties ? lines : List.of();
  }

  private List<Duty> several(String id, String name, List<String> parts) {
    List<Duty> duties = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      Optional<Deadline> own =
          words.marks(part) && i > 0 ? Optional.of(marking(id, part)) : own(part);
      duties.add(new Duty(id + LETTERS.charAt(i), name(part, name), part, own, listed(part)));
    }
    return List.copyOf(duties);
  }

  /** A mark stands on the documents of the item's first duty. */
  private static Deadline marking(String id, String part) {
    Cadence marking = new Cadence.Marking(List.of(id + "a"), "");
    return new Deadline(marking, "marks: [" + id + "a]", part, "标注", 0);
  }

  private boolean isDuty(String part) {
    return words.afterVerb(part).isPresent()
        || words.endsWithVerb(part)
        || words.marks(part)
        || own(part).isPresent();
  }

  /** A sentence with a deadline of its own that does not begin the cell. */
  private Optional<String> sentence(String content) {
    return Arrays.stream(content.split(SENTENCES))
        .map(String::strip)
        .skip(1)
        .filter(s -> own(s).filter(o -> o.cadence() instanceof Cadence.Count).isPresent())
        .findFirst();
  }

  /**
   * The deadline that a part states for itself: the whole part, or its beginning before a verb
   * (在6月底之前公布…), or what follows the verb (公开近三年…). 及时公开 is none: there the item's holds.
   */
  private Optional<Deadline> own(String part) {
    String sentence = part.split(SENTENCES, 2)[0].strip();
    Optional<Deadline> whole = explicit(sentence);
    if (whole.filter(d -> d.cadence() instanceof Cadence.Count).isPresent()) {
      return whole;
    }
    String clause = words.withoutAdverbs(sentence);
    for (String from : List.of(sentence, clause)) {
      for (int end = 2; end < from.length(); end++) {
        if (words.afterVerb(from.substring(end)).isPresent()) {
          Optional<Deadline> before = explicit(from.substring(0, end));
          if (before.isPresent()) {
            // 每年9月底前公开上年度决算: what is disclosed can move the day to another year
            return Optional.of(whole.map(w -> sameWords(w, before.get())).orElse(before.get()));
          }
        }
      }
    }
    return words.afterVerb(sentence).flatMap(this::recent);
  }

  private static Deadline sameWords(Deadline whole, Deadline before) {
    return new Deadline(
        whole.cadence(), whole.notation(), before.from(), whole.pattern(), whole.line());
  }

  /** 近三年…: the period that the object covers. */
  private Optional<Deadline> recent(String object) {
    for (int end = Math.min(object.length(), 5); object.startsWith("近") && end > 2; end--) {
      Optional<Deadline> deadline = explicit(object.substring(0, end));
      if (deadline.isPresent()) {
        return deadline;
      }
    }
    return Optional.empty();
  }

  private Optional<Deadline> explicit(String said) {
    if (deadlines.read(said) instanceof DeadlineReading.Understood understood
        && understood.deadlines().size() == 1) {
      Deadline deadline = understood.deadlines().get(0);
      boolean vague =
          deadline.cadence() instanceof Continuous continuous
              && (continuous.always() || continuous.basis() == Basis.PRACTICE);
      return vague ? Optional.empty() : Optional.of(deadline);
    }
    return Optional.empty();
  }

  private String name(String part, String item) {
    String sentence = part.split(SENTENCES, 2)[0].strip();
    String object = sentence;
    if (words.marks(part)) {
      String marked = words.afterVerb(sentence.substring(sentence.indexOf("标"))).orElse("");
      object = "标注" + marked.replaceFirst("等(?:情况|信息|内容)?$", "");
    } else if (words.afterVerb(sentence).isEmpty() && words.endsWithVerb(sentence)) {
      object = sentence.replaceFirst("^对(.{2,}?)(?:实行|进行|开展|予以|加以|及时|主动|向社会).*$", "$1");
    } else {
      for (int i = 0; i < sentence.length(); i++) {
        Optional<String> rest = words.afterVerb(sentence.substring(i));
        boolean deadlineBefore = i == 0 || explicit(sentence.substring(0, i)).isPresent();
        if (rest.isPresent() && deadlineBefore) {
          object = words.withoutBureau(rest.get());
          break;
        }
      }
    }
    return object.isEmpty() || object.length() > LONGEST_NAME ? item : object;
  }

  private List<String> listed(String part) {
    String sentence = Enumeration.bare(part).split("[；;。]", 2)[0];
    Optional<String> list = words.afterIntroduction(sentence).or(() -> words.afterVerb(sentence));
    return list.map(l -> facets(List.of(l.replaceFirst("等[^、]*$", "").split("、"))))
        .orElse(List.of());
  }

  /** The parts if they are facets: three or more, all of them short. */
  private static List<String> facets(List<String> parts) {
    List<String> facets =
        parts.stream().map(p -> p.replaceFirst("[：:（(].*$", "").strip()).distinct().toList();
    boolean sound =
        facets.size() >= 3
            && facets.stream().allMatch(f -> f.length() >= 2 && f.length() <= LONGEST_FACET)
            && facets.stream().noneMatch(f -> f.matches(".*[，。；].*"));
    return sound ? facets : List.of();
  }
}
