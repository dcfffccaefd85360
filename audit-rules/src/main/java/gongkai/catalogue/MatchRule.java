package gongkai.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * How pages of a requirement are told.
 *
 * <p>A pattern is matched against text without blanks, quotes and brackets, in NFKC and lower case:
 * a plain word must occur; {@code A+B} needs both; {@code A+!B} the first without the other; {@code
 * A*B} needs them in that order; {@code ^A} at the start; {@code A$} at the end.
 *
 * @param sections names of sections (栏目) that are this requirement's own: a whole name, or a
 *     pattern with {@code *}
 * @param shared names of sections that it shares with other requirements; there the title decides
 * @param fallback in a shared section it takes the pages that no other requirement's titles claim
 * @param titles patterns of which a title must meet one where the section alone does not decide
 * @param not patterns that speak against a page
 * @param notInside false: {@code not} holds outside the own section only (for the requirements
 *     whose disclosure is news of this kind); true: everywhere
 * @param says patterns of which title or text must meet one besides (3.1c 主要负责人); empty list if
 *     nothing
 * @param leaders id of a requirement whose pages give further names for {@code says}; empty string
 *     if none
 * @param proposed nobody has tuned the rule yet, and it is made of the requirement's own words: it
 *     proves a gap only by a section of its own
 */
public record MatchRule(
    List<String> sections,
    List<String> shared,
    boolean fallback,
    List<String> titles,
    List<String> not,
    boolean notInside,
    List<String> says,
    String leaders,
    boolean proposed) {
  /** Of a requirement that no page answers by its words or its section. */
  static final MatchRule NONE =
      new MatchRule(List.of(), List.of(), false, List.of(), List.of(), true, List.of(), "", false);

  public MatchRule {
    sections = List.copyOf(sections);
    shared = List.copyOf(shared);
    titles = List.copyOf(titles);
    not = List.copyOf(not);
    says = List.copyOf(says);
  }

  /** With further words. */
  MatchRule with(List<String> moreSections, List<String> moreTitles, List<String> moreNot) {
    return new MatchRule(
        joined(sections, moreSections),
        shared,
        fallback,
        joined(titles, moreTitles),
        joined(not, moreNot),
        notInside,
        says,
        leaders,
        proposed);
  }

  private static List<String> joined(List<String> words, List<String> more) {
    return Stream.concat(words.stream(), more.stream()).distinct().toList();
  }
}
