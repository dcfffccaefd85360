package gongkai.rectify;

import gongkai.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one office is told after an audit: its rectification notice (整改通知), or, where nothing is
 * asked of it, what is still to be checked.
 *
 * @param number place of the office in the catalogue, from 1: the same from audit to audit
 * @param office name as the catalogue has it ({@code 所有科室、单位} is one office of its own); empty
 *     string for items without one
 * @param asked gaps to cure, in the audit's order
 * @param toCheck ids of the gaps that a person or another crawl must decide: nothing is asked for
 *     them yet
 */
public record OfficeNotice(int number, String office, List<Asked> asked, List<String> toCheck) {
  private static final Pattern EVERYBODY =
      Pattern.compile("(本?[局委办厅院])?(机关|全[局委厅])?(所有|全部|全体|各).*(科|处|股|室|单位|部门|中心|机构|站|所|队|院|校).*");

  public OfficeNotice {
    asked = List.copyOf(asked);
    toCheck = List.copyOf(toCheck);
  }

  /**
   * Every office that a catalogue names, in its order; last the empty name, for items without one.
   * An office's number is its place here.
   */
  public static List<String> offices(Catalogue catalogue) {
    Set<String> named = new LinkedHashSet<>();
    catalogue.items().forEach(i -> named.addAll(i.offices()));
    named.remove("");
    List<String> all = new ArrayList<>(named);
    all.add("");
    return all;
  }

  /** True for a name that stands for everybody: {@code 所有科室、单位}, {@code 各相关科室}. */
  public static boolean everybody(String office) {
    return EVERYBODY.matcher(office).matches();
  }

  /** What it leads, or what it helps with. */
  public List<Asked> asked(Role role) {
    return asked.stream().filter(a -> a.role() == role).toList();
  }
}
