package gongkai.rectify;

import gongkai.input.Complaints;
import gongkai.input.CsvReader;
import gongkai.input.Nearest;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lists that offices and inspectors filled in ({@code --replies}): the tables of the
 * folder {@code offices/}, with Chinese or English headers, in UTF-8 or, as a Chinese Excel saves
 * them, in GB18030. A row in which nothing was filled in says nothing.
 */
public final class ReplyReader {
  /** The column that every such file must have. */
  private static final String ID = "gap_id";

  private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

  private final LocalDate asOf;
  private final Optional<Set<String>> known;
  private final Complaints complaints = new Complaints();
  private final List<Reply> replies = new ArrayList<>();

  private ReplyReader(LocalDate asOf, Optional<Set<String>> known) {
    this.asOf = asOf;
    this.known = known;
  }

  /** The columns of an office's list in one language. */
  public static List<String> columns(Lang lang) {
    return Arrays.asList(Message.of("reply.columns").in(lang).split(","));
  }

  /**
   * The replies of all files in their order, or everything that is wrong with them.
   *
   * @param asOf last day judged by the audit that they are given to
   * @param known ids that a row may name; empty before the audit is there: then only the form is
   *     looked at
   */
  public static Reading<List<Reply>> read(
      List<Source> sources, LocalDate asOf, Optional<Set<String>> known) {
    ReplyReader reader = new ReplyReader(asOf, known);
    sources.forEach(reader::file);
    return reader.complaints.orElse(() -> List.copyOf(reader.replies));
  }

  private void file(Source given) {
    Source source = decoded(given);
    List<String> codes = columns(Lang.EN);
    List<String> names = columns(Lang.ZH);
    boolean chinese =
        source.text().filter(t -> first(t).contains(names.get(codes.indexOf(ID)))).isPresent();
    List<String> used = chinese ? names : codes;
    Map<String, String> name = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      name.put(codes.get(i), used.get(i));
    }
    List<String> optional = used.stream().filter(c -> !c.equals(name.get(ID))).toList();
    CsvReader.read(source, List.of(name.get(ID)), optional, complaints)
        .ifPresent(rows -> rows.forEach(row -> row(new Cells(row, name))));
  }

  private static String first(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static Source decoded(Source source) {
    if (source.text().isPresent()) {
      return source;
    }
    try {
      String text =
          Charset.forName("GB18030")
              .newDecoder()
              .decode(ByteBuffer.wrap(source.bytes()))
              .toString();
      return new Source(source.name(), text.getBytes(StandardCharsets.UTF_8));
    } catch (CharacterCodingException saidByTheReader) {
      return source;
    }
  }

  /** A row by the codes of its columns, whatever language its header is in. */
  private record Cells(CsvReader.Row row, Map<String, String> name) {
    String of(String code) {
      return row.cell(name.get(code));
    }

    void complain(String code, Message what, Message right) {
      row.complain(name.get(code), what, right);
    }
  }

  private void row(Cells cells) {
    boolean empty =
        List.of("reply", "replied_by", "replied_on", "ruling", "ruled_by", "ruled_on", "comment")
            .stream()
            .allMatch(code -> cells.of(code).isEmpty());
    if (empty) {
      return;
    }
    Reply reply =
        new Reply(
            id(cells),
            cells.of("office"),
            cells.of("reply"),
            cells.of("replied_by"),
            day(cells, "replied_on"),
            ruling(cells),
            cells.of("ruled_by"),
            day(cells, "ruled_on"),
            cells.of("comment"),
            asOf);
    Optional<Reply> other = replies.stream().filter(reply::same).findFirst();
    if (other.isEmpty()) {
      replies.add(reply);
    } else if (!other.get().equals(reply)) {
      cells.complain(ID, Message.of("reply.twice", reply.gapId()), Message.of("reply.twiceRight"));
    }
  }

  private String id(Cells cells) {
    String id = cells.of(ID);
    if (id.isEmpty()) {
      cells.complain(ID, Message.of("reply.noId"), Message.of("reply.idRight"));
    } else if (known.isPresent() && !known.get().contains(id)) {
      cells.complain(
          ID,
          Message.of("reply.id", id),
          Nearest.to(id, known.get().stream().sorted().toList())
              .map(near -> Message.of("input.unknownKeyNear", near))
              .orElseGet(() -> Message.of("reply.idRight")));
    }
    return id;
  }

  private Optional<LocalDate> day(Cells cells, String code) {
    String words = cells.of(code);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Matcher day = DAY.matcher(words);
    try {
      if (day.matches()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3))));
      }
    } catch (DateTimeException saidBelow) {
      // 2026-02-30
    }
    cells.complain(code, Message.of("input.notDate", words), Message.of("input.notDateRight"));
    return Optional.empty();
  }

  /** By its code or its word in either language. */
  private Optional<Ruling> ruling(Cells cells) {
    String word = cells.of("ruling");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<Ruling> ruling =
        Arrays.stream(Ruling.values())
            .filter(r -> r.code().equals(word) || words(r).contains(word))
            .findFirst();
    if (ruling.isEmpty()) {
      cells.complain("ruling", Message.of("input.notOneOf", word), Message.of("reply.rulingRight"));
    }
    return ruling;
  }

  private static List<String> words(Ruling ruling) {
    return Arrays.stream(Lang.values()).map(ruling.word()::in).toList();
  }
}
