package gongkai.catalogue;

import gongkai.cadence.Every;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Columns;
import gongkai.catalogue.Cadence.Continuous;
import gongkai.catalogue.Cadence.Count;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Cadence.FollowUp;
import gongkai.catalogue.Cadence.Marking;
import gongkai.catalogue.Cadence.Periodic;
import gongkai.catalogue.Cadence.Total;
import gongkai.catalogue.Cadence.Trigger;
import gongkai.catalogue.Cadence.Unknown;
import gongkai.catalogue.Cadence.Unlabelled;
import gongkai.catalogue.Cadence.Within;
import gongkai.input.Fields;
import gongkai.message.Message;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the {@code cadence:} of a requirement. The first key of a kind decides the kind; {@code
 * within} decides only where no other does, for it belongs to {@code follows} too.
 */
final class CadenceReader {
  private static final Cadence HARMLESS = new Unknown("");

  private static final String LIMIT = "[1-9]\\d{0,3}[md]";

  /** Each kind by its key, with the keys that may stand beside it. */
  private enum Kind {
    EVERY("due", "unlabelled", "basis", "after-approval"),
    CONTINUOUS("severity", "basis"),
    COUNT("per", "basis"),
    FOLLOWS("within", "except", "basis"),
    MARKS("clearance"),
    COLUMNS("level"),
    TOTAL("at-least"),
    UNKNOWN(),
    WITHIN("of", "basis");

    final List<String> beside;

    Kind(String... beside) {
      this.beside = List.of(beside);
    }

    String key() {
      return lower(this);
    }
  }

  private final Fields fields;

  private CadenceReader(Fields fields) {
    this.fields = fields;
  }

  /** A cadence; after a complaint something harmless. */
  static Cadence read(Fields fields) {
    return new CadenceReader(fields).cadence();
  }

  /** A cadence with another due date, limit or basis; the same after a complaint. */
  static Cadence changed(Fields fields, Cadence cadence) {
    return new CadenceReader(fields).change(cadence);
  }

  private Cadence change(Cadence old) {
    Cadence cadence = old;
    if (fields.has("due")) {
      cadence = old instanceof Periodic p ? p.withDue(due(p.every())) : unfit("due", old);
    }
    if (fields.has("limit")) {
      cadence = limited(cadence);
    }
    return basis().map(cadence::withBasis).orElse(cadence);
  }

  private Cadence limited(Cadence old) {
    if (old instanceof Continuous c) {
      return continuous("limit", c.warning(), c.basis());
    }
    if (old instanceof Within w) {
      return new Within(days("limit").orElse(w.days()), w.of(), w.basis());
    }
    if (old instanceof FollowUp f) {
      return new FollowUp(f.follows(), days("limit").orElse(f.days()), f.except(), f.basis());
    }
    if (old instanceof Count c) {
      return new Count(fields.number("limit", 1, 366).orElse(c.count()), c.basis());
    }
    return unfit("limit", old);
  }

  private Cadence unfit(String key, Cadence cadence) {
    fields.complain(
        key,
        Message.of("catalogue.unfit", key, cadence.notation()),
        Message.of("catalogue.unfitRight"));
    return cadence;
  }

  private Cadence cadence() {
    Optional<Kind> first =
        Arrays.stream(Kind.values()).filter(k -> fields.has(k.key())).findFirst();
    if (first.isEmpty()) {
      fields.only(allKeys());
      fields.complain("", Message.of("catalogue.cadence"), Message.of("catalogue.cadenceRight"));
      return HARMLESS;
    }
    Kind kind = first.get();
    for (Kind other : Kind.values()) {
      if (other != kind && fields.has(other.key()) && !kind.beside.contains(other.key())) {
        fields.complain(
            other.key(),
            Message.of("catalogue.twoCadences", kind.key(), other.key()),
            Message.of("catalogue.twoCadencesRight"));
        return HARMLESS;
      }
    }
    String[] keys = new String[kind.beside.size() + 1];
    keys[0] = kind.key();
    for (int i = 0; i < kind.beside.size(); i++) {
      keys[i + 1] = kind.beside.get(i);
    }
    fields.only(keys);
    return switch (kind) {
      case EVERY -> periodic();
      case CONTINUOUS -> continuous();
      case COUNT -> count();
      case FOLLOWS -> followUp();
      case MARKS -> new Marking(fields.texts("marks"), fields.text("clearance").orElse(""));
      case COLUMNS -> columns();
      case TOTAL -> {
        fields.require("at-least", Message.of("catalogue.atLeastRight"));
        yield new Total(fields.texts("total"), fields.number("at-least", 1, 999).orElse(1));
      }
      case UNKNOWN -> new Unknown(fields.text("unknown").orElse(""));
      case WITHIN ->
          new Within(
              days("within").orElse(new Days(1, true)),
              fields.choice("of", words(Trigger.values())).orElse(Trigger.DOCUMENT),
              basis().orElse(Basis.TEXT));
    };
  }

  private Cadence periodic() {
    Optional<Every> every = fields.choice("every", words(Every.values()));
    Optional<String> due = every.flatMap(this::due);
    Optional<Unlabelled> unlabelled = fields.choice("unlabelled", words(Unlabelled.values()));
    Optional<Integer> approval = fields.number("after-approval", 1, 366);
    if (every.isEmpty()) {
      return HARMLESS;
    }
    // a year's page that names no year stands for the year it was put up in, unless it is due only
    // after that year; shorter periods are reported on when they are over
    boolean during = every.get() == Every.YEAR && due.map(d -> d.matches("\\d.*")).orElse(true);
    return new Periodic(
        every.get(),
        due,
        unlabelled.orElse(during ? Unlabelled.DURING : Unlabelled.AFTER),
        // the default grace is inspection practice, whatever the words say
        basis().orElse(due.isPresent() ? Basis.TEXT : Basis.PRACTICE),
        approval.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private Optional<String> due(Every every) {
    Optional<String> due = fields.text("due").map(d -> d.replaceAll("\\s+", " "));
    if (due.isEmpty()) {
      return due;
    }
    String words = due.get();
    boolean fixed = words.matches("(next )?\\d\\d-\\d\\d");
    boolean sound =
        fixed
            ? isDay(words.substring(words.length() - 5))
            : words.matches("end\\+[1-9]\\d{0,2}w?d");
    if (!sound) {
      fields.complain("due", Message.of("catalogue.due", words), Message.of("catalogue.dueRight"));
    } else if (fixed && every != Every.YEAR) {
      fields.complain(
          "due",
          Message.of("catalogue.dueYear", words, every.code()),
          Message.of("catalogue.dueYearRight"));
    }
    return due;
  }

  private static boolean isDay(String monthDay) {
    try {
      MonthDay.parse("--" + monthDay);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Cadence columns() {
    boolean first = fields.choice("level", Map.of("first", true, "any", false)).orElse(false);
    String limit = fields.text("columns").orElse("");
    if (limit.equals("filled")) {
      return new Columns(new Continuous(OptionalInt.empty(), OptionalInt.empty(), true), first);
    }
    if (!limit.matches(LIMIT)) {
      fields.complain(
          "columns", Message.of("catalogue.limit", limit), Message.of("catalogue.columnsRight"));
      return HARMLESS;
    }
    return new Columns((Continuous) continuous("columns", true, Basis.TEXT), first);
  }

  private Cadence continuous() {
    boolean warning =
        fields.choice("severity", Map.of("warning", true, "advice", false)).orElse(true);
    return continuous("continuous", warning, basis().orElse(Basis.TEXT));
  }

  private Cadence continuous(String key, boolean warning, Basis basis) {
    String limit = fields.text(key).orElse("");
    OptionalInt none = OptionalInt.empty();
    if (limit.equals("always")) {
      return new Continuous(none, none, warning, basis);
    }
    if (!limit.matches(LIMIT)) {
      fields.complain(
          key, Message.of("catalogue.limit", limit), Message.of("catalogue.limitRight"));
      return HARMLESS;
    }
    OptionalInt count = OptionalInt.of(Integer.parseInt(limit.substring(0, limit.length() - 1)));
    boolean months = limit.endsWith("m");
    return new Continuous(months ? count : none, months ? none : count, warning, basis);
  }

  private Cadence count() {
    fields.choice("per", Map.of("year", true));
    int count = fields.number("count", 1, 366).orElse(1);
    return new Count(count, basis().orElse(Basis.TEXT));
  }

  private Cadence followUp() {
    fields.require("within", Message.of("catalogue.daysRight"));
    return new FollowUp(
        fields.text("follows").orElse(""),
        days("within").orElse(new Days(1, true)),
        fields.texts("except"),
        basis().orElse(Basis.TEXT));
  }

  private Optional<Basis> basis() {
    return fields.choice("basis", words(Basis.values()));
  }

  private Optional<Days> days(String key) {
    Optional<String> text = fields.text(key);
    Optional<Days> days = text.flatMap(Days::parse);
    if (text.isPresent() && days.isEmpty()) {
      fields.complain(
          key, Message.of("catalogue.days", text.get()), Message.of("catalogue.daysRight"));
    }
    return days;
  }

  private static String[] allKeys() {
    return Arrays.stream(Kind.values())
        .flatMap(k -> Stream.concat(Stream.of(k.key()), k.beside.stream()))
        .distinct()
        .toArray(String[]::new);
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
    return Arrays.stream(constants)
        .collect(Collectors.toMap(CadenceReader::lower, Function.identity()));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
