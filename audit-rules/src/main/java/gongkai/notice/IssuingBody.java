package gongkai.notice;

import gongkai.input.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose a code in document numbers (机关代字) is. A bureau's code puts characters of its place before
 * characters of its name: 聊 and 人社 of 聊城市人力资源和社会保障局. A county's must name the county, for its
 * city's documents are not its own; some places go by another character (广州 by 穗).
 */
final class IssuingBody {
  private static final Pattern PLACE =
      Pattern.compile("^(.[^省市县区旗州盟]{0,11}?)(?:自治[区州县]|州[省市]|[省市县区旗州盟])(?=.)");

  /** Words at the end of a department's name that no code uses. */
  private static final Pattern KIND_OF_BODY = Pattern.compile("(局|委员会|办公室|厅|部|中心|委)$");

  /** What follows the body in a code of documents. */
  private static final Pattern USUAL = Pattern.compile("(|发|函|规|字|办|通|办发|办函|办字|规发|规字|发字|公告)");

  /**
   * Case files (案卷文书), numbered for themselves: penalties, decisions, arbitration, injuries,
   * permits, letters. Nobody publishes all of them.
   */
  private static final Pattern CASE = Pattern.compile("[罚处案裁认诉仲许准听催令访鉴决复]");

  /** A national body. */
  private static final Pattern NATIONAL = Pattern.compile("^[国中].*");

  private static final Map<String, String> PROVINCES = provinces();

  /** How surely a code is the body's. */
  enum Likeness {
    /** It names place and department. */
    NAMED,
    /** It names the place and a part of the department, as 教 for 教育和体育局. */
    PARTLY,
    /** It names the department and a place that may be this one. */
    PERHAPS,
    /** It is another body's, or of case files. */
    OTHER
  }

  private final String places;
  private final String last;
  private final List<String> halves;
  private final boolean province;
  private final String department;

  IssuingBody(String bureau) {
    StringBuilder all = new StringBuilder();
    String lowest = "";
    String rest = DocumentNumber.plain(bureau).replaceAll("\\s", "");
    boolean ofProvince = false;
    for (Matcher m = PLACE.matcher(rest); m.find(); m = PLACE.matcher(rest)) {
      String unit = m.group();
      String name = PROVINCES.keySet().stream().filter(unit::startsWith).findFirst().orElse("");
      String shortName = PROVINCES.getOrDefault(name, "");
      ofProvince = !name.isEmpty();
      lowest = shortName + m.group(1);
      all.append(lowest);
      rest = rest.substring(m.end());
    }
    places = all.toString();
    last = lowest;
    province = ofProvince;
    department = rest;
    List<String> parts = new ArrayList<>();
    for (String part : KIND_OF_BODY.matcher(rest).replaceFirst("").split("[和与及、]")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    halves = List.copyOf(parts);
  }

  /** Whether documents with this code may be the body's own. */
  Likeness of(String code) {
    Likeness best = Likeness.OTHER;
    for (int place = places.isEmpty() ? 0 : 1; place <= 4 && place < code.length(); place++) {
      for (int end = place + 1; end <= Math.min(code.length(), place + 6); end++) {
        Likeness likeness =
            of(code.substring(0, place), code.substring(place, end), code.substring(end));
        best = likeness.compareTo(best) < 0 ? likeness : best;
      }
    }
    return best;
  }

  /** The place in a code that is {@link Likeness#PERHAPS} the body's: 穗 of 穗人社发. */
  String place(String code) {
    for (int end = 2; end <= code.length(); end++) {
      if (of(code.substring(0, 1), code.substring(1, end), code.substring(end))
          == Likeness.PERHAPS) {
        return code.substring(0, 1);
      }
    }
    return code.substring(0, Math.min(2, code.length()));
  }

  /** A text names such a department of a place whose name has these characters: 凤山市…局. */
  boolean named(String place, String text) {
    String plain = DocumentNumber.plain(text).replaceAll("\\s", "");
    for (int at = plain.indexOf(department); at >= 0; at = plain.indexOf(department, at + 1)) {
      String before = plain.substring(Math.max(0, at - 8), at);
      if (before.matches(".*[省市县区旗州盟]") && subsequence(place, before)) {
        return true;
      }
    }
    return false;
  }

  private Likeness of(String place, String department, String kind) {
    if (CASE.matcher(kind).find() || halves.isEmpty()) {
      return Likeness.OTHER;
    }
    boolean here = subsequence(place, places) && (places.isEmpty() || anyOf(place, last));
    boolean usual = USUAL.matcher(kind).matches();
    boolean whole = whole(department);
    if (here && whole && kind.length() <= 5) {
      return Likeness.NAMED;
    }
    if (here && usual && subsequence(department, String.join("", halves))) {
      return Likeness.PARTLY;
    }
    boolean maybeHere =
        place.length() <= 2
            && !places.isEmpty()
            && !NATIONAL.matcher(place).matches()
            && (province || PROVINCES.values().stream().noneMatch(place::startsWith));
    return maybeHere && usual && whole && department.length() > 1
        ? Likeness.PERHAPS
        : Likeness.OTHER;
  }

  /** Characters of every part of the department's name, in its order; two of a long one. */
  private boolean whole(String department) {
    int least = halves.size() == 1 && halves.get(0).length() >= 6 ? 2 : 1;
    return department.length() >= least
        && subsequence(department, String.join("", halves))
        && halves.stream().allMatch(half -> anyOf(department, half));
  }

  private static boolean anyOf(String characters, String name) {
    return characters.chars().anyMatch(c -> name.indexOf(c) >= 0);
  }

  private static boolean subsequence(String characters, String name) {
    int at = -1;
    for (int i = 0; i < characters.length(); i++) {
      at = name.indexOf(characters.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, String> provinces() {
    return Rows.of("wordings/provinces.tsv").stream()
        .filter(row -> !row.get(1).equals("-"))
        .collect(
            Collectors.toMap(
                row -> row.get(0), row -> row.get(1), (a, b) -> a, LinkedHashMap::new));
  }
}
