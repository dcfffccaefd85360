package gongkai.ruling;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.WrittenIds;
import gongkai.input.Complaints;
import gongkai.input.CsvReader;
import gongkai.input.CsvReader.Row;
import gongkai.input.Fields;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.page.Addresses;
import gongkai.ruling.Ruling.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a decisions file ({@code --decisions}): {@code review.csv} filled in, with headers in
 * either language, as a spreadsheet saves it: UTF-8 or GB18030, days with slashes. Rows without a
 * ruling are passed over.
 */
public final class RulingsReader {
  private static final List<String> CANDIDATES =
      List.of("requirement_1", "requirement_2", "requirement_3");
  private static final List<String> REQUIRED = List.of("url", "ruling", "ruled_by", "ruled_on");
  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::code, Function.identity()));

  /** A spreadsheet shows a day in its own way. */
  private static final Pattern DAY = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");

  private final Source source;
  private final Catalogue catalogue;
  private final Complaints complaints = new Complaints();
  private WrittenIds ids;
  private final List<Ruling> rulings = new ArrayList<>();

  private RulingsReader(Source source, Catalogue catalogue) {
    this.source = source;
    this.catalogue = catalogue;
  }

  /** The rulings in the order of the file, or everything that is wrong with it. */
  public static Reading<Rulings> read(Source source, Catalogue catalogue) {
    return new RulingsReader(source, catalogue).read();
  }

  private Reading<Rulings> read() {
    List<String> columns = columns(Lang.EN);
    List<String> optional = columns.stream().filter(c -> !REQUIRED.contains(c)).toList();
    CsvReader.read(source.asSpreadsheetsSave(), REQUIRED, optional, names(columns), complaints)
        .ifPresent(
            rows -> {
              ids = new WrittenIds(catalogue, rows.stream().flatMap(RulingsReader::numbers));
              rows.forEach(this::row);
            });
    return complaints.orElse(() -> new Rulings(rulings));
  }

  /** Cells that a spreadsheet takes for numbers. */
  private static Stream<String> numbers(Row row) {
    return Stream.concat(
            CANDIDATES.stream(), Stream.of("score_1", "score_2", "score_3", "ruled_requirement"))
        .map(row::cell);
  }

  /** The columns of {@code review.csv} in one language. */
  public static List<String> columns(Lang lang) {
    return List.of(Message.of("ruling.columns").in(lang).split(","));
  }

  private static Map<String, String> names(List<String> columns) {
    List<String> chinese = columns(Lang.ZH);
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      names.put(chinese.get(i), columns.get(i));
    }
    return names;
  }

  private void row(Row row) {
    String code = row.cell("ruling");
    if (code.isEmpty()) {
      if (!row.cell("ruled_requirement").isEmpty()) {
        row.complain("ruling", Message.of("ruling.half"), Message.of("ruling.codes"));
      }
      return;
    }
    Optional<Kind> kind = Optional.ofNullable(KINDS.get(code));
    if (kind.isEmpty()) {
      row.complain("ruling", Message.of("ruling.code", code), right(code));
    }
    Optional<String> url = url(row);
    String by = row.cell("ruled_by");
    if (by.isEmpty()) {
      row.complain("ruled_by", Message.of("ruling.noBy"), Message.of("ruling.byRight"));
    }
    Optional<LocalDate> on = on(row);
    String ruled = row.cell("ruled_requirement");
    Optional<String> id = ruled.isEmpty() ? Optional.of("") : id(row, "ruled_requirement");
    if (kind.isEmpty() || id.isEmpty()) {
      return;
    }
    boolean all = kind.get() == Kind.REJECT && ruled.isEmpty();
    Optional<List<String>> requirements =
        ruled.isEmpty() ? shown(row, kind.get()) : id.map(List::of);
    if (url.isPresent() && on.isPresent() && requirements.isPresent()) {
      add(
          row,
          new Ruling(
              url.get(),
              kind.get(),
              requirements.get(),
              all,
              by,
              on.get(),
              row.cell("comment"),
              source.fileName(),
              row.line()));
    }
  }

  /** What a row without {@code ruled_requirement} means: what it showed to the inspector. */
  private Optional<List<String>> shown(Row row, Kind kind) {
    if (kind == Kind.ASSIGN) {
      row.complain(
          "ruled_requirement",
          Message.of("ruling.noRequirement"),
          Message.of("ruling.requirementRight"));
      return Optional.empty();
    }
    List<String> columns = kind == Kind.CONFIRM ? CANDIDATES.subList(0, 1) : CANDIDATES;
    List<String> given = columns.stream().filter(c -> !row.cell(c).isEmpty()).toList();
    List<Optional<String>> read = given.stream().map(c -> id(row, c)).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().flatMap(Optional::stream).distinct().toList())
        : Optional.empty();
  }

  /** Two rulings of the same kind on the same are one; two that differ cannot both hold. */
  private void add(Row row, Ruling ruling) {
    Optional<Ruling> other = rulings.stream().filter(ruling::contradicts).findFirst();
    if (other.isPresent()) {
      row.complain(
          "ruling",
          Message.of("ruling.contradiction", other.get().kind().code(), other.get().line()),
          Message.of("ruling.contradictionRight"));
      return;
    }
    boolean again =
        rulings.stream()
            .anyMatch(
                r ->
                    r.key().equals(ruling.key())
                        && r.rejects() == ruling.rejects()
                        && r.all() == ruling.all()
                        && r.requirementIds().equals(ruling.requirementIds()));
    if (!again) {
      rulings.add(ruling);
    }
  }

  private Optional<String> id(Row row, String column) {
    return ids.read(
        row, column, Message.of("ruling.id", row.cell(column)), () -> Message.of("ruling.idRight"));
  }

  private static Optional<String> url(Row row) {
    String words = row.cell("url");
    Optional<String> url = Addresses.canonical(words);
    if (url.isEmpty()) {
      row.complain("url", Message.of("ruling.url", words), Message.of("ruling.urlRight"));
    }
    return url;
  }

  private static Optional<LocalDate> on(Row row) {
    String words = row.cell("ruled_on");
    Matcher day = DAY.matcher(words);
    Optional<LocalDate> on =
        day.matches()
            ? Fields.day(day.group(1) + "-" + two(day.group(3)) + "-" + two(day.group(4)))
            : Optional.empty();
    if (on.isEmpty()) {
      row.complain(
          "ruled_on",
          words.isEmpty() ? Message.of("ruling.noOn") : Message.of("input.notDate", words),
          Message.of("input.notDateRight"));
    }
    return on;
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  /** The code that a word means, in either language; else all of them. */
  private static Message right(String word) {
    return Arrays.stream(Kind.values())
        .filter(
            k ->
                Stream.of(Lang.values())
                    .map(l -> List.of(Message.of("ruling.words-" + k.code()).in(l).split(",")))
                    .anyMatch(words -> words.contains(word.toLowerCase(java.util.Locale.ROOT))))
        .findFirst()
        .map(k -> Message.of("ruling.codeRight", k.code()))
        .orElseGet(() -> Message.of("ruling.codes"));
  }
}
