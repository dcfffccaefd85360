package gongkai.score;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Nearest;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import gongkai.score.Scheme.By;
import gongkai.score.Scheme.Deduction;
import gongkai.score.Scheme.Each;
import gongkai.score.Scheme.NotDue;
import gongkai.score.Scheme.Part;
import gongkai.score.Scheme.Per;
import gongkai.score.Scheme.Published;
import gongkai.score.Scheme.Scope;
import gongkai.score.Scheme.Veto;
import gongkai.score.Scheme.Which;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a scheme ({@code --scheme}) against the catalogue that it scores: an id or a category that
 * the catalogue does not have is complained of.
 */
public final class SchemeReader {
  /** What a gap can be that is proven: what is undecided costs nothing. */
  private static final Set<Verdict> PROVEN =
      EnumSet.of(Verdict.STALE, Verdict.LATE, Verdict.EMPTY, Verdict.MISSING);

  private static final Set<Severity> WEIGHED =
      EnumSet.of(Severity.ADVICE, Severity.WARNING, Severity.VIOLATION);

  private static final BigDecimal MOST = BigDecimal.valueOf(1000);

  private final Catalogue catalogue;
  private final Complaints complaints = new Complaints();

  private SchemeReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The scheme, or everything that is wrong with the file.
   *
   * @param name what outputs call it
   */
  public static Reading<Scheme> read(String name, Source source, Catalogue catalogue) {
    SchemeReader reader = new SchemeReader(catalogue);
    Optional<Scheme> scheme =
        YamlReader.read(source, reader.complaints).map(file -> reader.scheme(name, file));
    return reader.complaints.orElse(scheme::orElseThrow);
  }

  private Scheme scheme(String name, Fields file) {
    file.only("scheme", "source", "not-due", "deductions", "each", "parts", "vetoes");
    String title = file.required("scheme", Message.of("score.titleRight"));
    NotDue notDue =
        file.choice("not-due", Map.of("full", NotDue.FULL, "left-out", NotDue.LEFT_OUT))
            .orElse(NotDue.LEFT_OUT);
    List<Deduction> common = deductions(file);
    Optional<Each> each = file.map("each").map(e -> each(e, common));
    List<Part> parts = file.maps("parts").stream().map(p -> part(p, common)).toList();
    List<Veto> vetoes =
        file.maps("vetoes").stream()
            .map(v -> veto(v, parts.stream().map(Part::id).toList()))
            .toList();
    if (file.has("each") && file.has("parts")) {
      file.complain("each", Message.of("score.both"), Message.of("score.bothRight"));
    }
    if (each.isEmpty() && parts.isEmpty() && vetoes.isEmpty()) {
      complaints.add(file.place(), Message.of("score.nothing"), Message.of("score.nothingRight"));
    }
    List<String> ids = new ArrayList<>();
    for (Fields part : file.maps("parts")) {
      String id = part.text("id").orElse("");
      if (!id.isEmpty() && ids.contains(id)) {
        part.complain("id", Message.of("score.idTwice", id), Message.of("score.idTwiceRight"));
      }
      ids.add(id);
    }
    return new Scheme(
        name, title, file.map("source").map(this::published), notDue, each, parts, vetoes);
  }

  private Published published(Fields f) {
    f.only("title", "issuer", "number", "address", "note");
    return new Published(
        f.required("title", Message.of("score.sourceRight")),
        f.text("issuer").orElse(""),
        f.text("number").orElse(""),
        f.required("address", Message.of("score.addressRight")),
        f.text("note").orElse(""));
  }

  private Each each(Fields f, List<Deduction> common) {
    f.only("by", "points", "otherwise", "deductions");
    By by =
        f.choice(
                "by",
                Map.of("requirement", By.REQUIREMENT, "item", By.ITEM, "category", By.CATEGORY))
            .orElse(By.REQUIREMENT);
    f.require("by", Message.of("score.byRight"));
    Map<String, BigDecimal> points = new LinkedHashMap<>();
    f.map("points")
        .ifPresent(
            p ->
                p.keys()
                    .forEach(
                        key -> {
                          known(p, key, key, names(by));
                          points.put(key, points(p, key).orElse(BigDecimal.ZERO));
                        }));
    BigDecimal otherwise = points(f, "otherwise").orElse(BigDecimal.ONE);
    return new Each(by, points, otherwise, own(f, common));
  }

  private Set<String> names(By by) {
    return switch (by) {
      case REQUIREMENT ->
          catalogue.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
      case ITEM -> catalogue.items().stream().map(Item::id).collect(Collectors.toSet());
      case CATEGORY -> catalogue.items().stream().map(Item::category).collect(Collectors.toSet());
    };
  }

  private Part part(Fields f, List<Deduction> common) {
    f.only("id", "name", "points", "of", "deductions", "not-judged");
    String id = f.required("id", Message.of("score.idRight"));
    String notJudged = f.text("not-judged").orElse("");
    f.require("points", Message.of("score.pointsRight"));
    Part part =
        new Part(
            id,
            f.required("name", Message.of("score.nameRight")),
            points(f, "points").orElse(BigDecimal.ZERO),
            scope(f),
            own(f, common),
            notJudged);
    if (notJudged.isEmpty() && part.deductions().isEmpty()) {
      complaints.add(
          f.place(), Message.of("score.noDeduction"), Message.of("score.noDeductionRight"));
    }
    if (!notJudged.isEmpty() && (f.has("of") || f.has("deductions"))) {
      f.complain(
          "not-judged", Message.of("score.judgedAndNot"), Message.of("score.judgedAndNotRight"));
    }
    return part;
  }

  private Scope scope(Fields f) {
    if (!f.has("of")) {
      return Scope.ALL;
    }
    Optional<Fields> of = f.map("of");
    of.ifPresent(
        o -> {
          o.only("requirements", "items", "categories", "words");
          known(o, "requirements", By.REQUIREMENT);
          known(o, "items", By.ITEM);
          known(o, "categories", By.CATEGORY);
          if (o.keys().stream().allMatch(k -> o.texts(k).isEmpty())) {
            f.complain("of", Message.of("score.ofNothing"), Message.of("score.ofNothingRight"));
          }
        });
    return of.map(
            o ->
                new Scope(
                    o.texts("requirements"),
                    o.texts("items"),
                    o.texts("categories"),
                    o.texts("words")))
        .orElse(Scope.ALL);
  }

  private void known(Fields f, String key, By by) {
    f.texts(key).forEach(name -> known(f, key, name, names(by)));
  }

  private static void known(Fields f, String key, String name, Set<String> names) {
    if (!names.contains(name)) {
      List<String> sorted = names.stream().sorted().toList();
      f.complain(
          key,
          Message.of("score.unknown", name),
          Nearest.to(name, sorted)
              .map(near -> Message.of("score.unknownNear", near))
              .orElseGet(() -> Message.of("score.unknownRight")));
    }
  }

  private List<Deduction> own(Fields f, List<Deduction> common) {
    return f.has("deductions") ? deductions(f) : common;
  }

  private List<Deduction> deductions(Fields f) {
    return f.maps("deductions").stream().map(this::deduction).toList();
  }

  private Deduction deduction(Fields f) {
    f.only("of", "verdict", "severity", "points", "per", "at-most");
    Per per =
        f.choice("per", Map.of("finding", Per.FINDING, "requirement", Per.REQUIREMENT))
            .orElse(Per.FINDING);
    f.require("points", Message.of("score.deductRight"));
    boolean all = f.text("points").filter("all"::equals).isPresent();
    return new Deduction(
        scope(f),
        which(f),
        per,
        all ? Optional.empty() : Optional.of(points(f, "points").orElse(BigDecimal.ZERO)),
        points(f, "at-most"));
  }

  private Which which(Fields f) {
    f.require("verdict", Message.of("score.verdictRight"));
    return new Which(
        words(f, "verdict", PROVEN, Verdict::name), words(f, "severity", WEIGHED, Severity::code));
  }

  private static <E extends Enum<E>> Set<E> words(
      Fields f, String key, Set<E> allowed, java.util.function.Function<E, String> code) {
    String possible = allowed.stream().map(code).collect(Collectors.joining(", "));
    List<E> found = new ArrayList<>();
    for (Fields.Placed word : f.placedTexts(key)) {
      Optional<E> one =
          allowed.stream().filter(e -> code.apply(e).equals(word.text().strip())).findFirst();
      if (one.isEmpty()) {
        f.complain(
            key,
            Message.of("input.notOneOf", word.text()),
            Message.of("input.notOneOfRight", possible));
      }
      one.ifPresent(found::add);
    }
    return Set.copyOf(found);
  }

  private Veto veto(Fields f, List<String> parts) {
    f.only("name", "of", "verdict", "severity", "at-least", "part", "not-judged");
    String name = f.required("name", Message.of("score.nameRight"));
    String notJudged = f.text("not-judged").orElse("");
    String part = f.text("part").orElse("");
    if (!part.isEmpty() && !parts.contains(part)) {
      f.complain("part", Message.of("score.noPart", part), Message.of("score.partRight"));
    }
    if (!notJudged.isEmpty()) {
      for (String key : Arrays.asList("of", "verdict", "severity", "at-least")) {
        if (f.has(key)) {
          f.complain(key, Message.of("score.judgedAndNot"), Message.of("score.judgedAndNotRight"));
        }
      }
      return new Veto(name, Scope.ALL, new Which(Set.of(), Set.of()), 1, part, notJudged);
    }
    return new Veto(name, scope(f), which(f), f.number("at-least", 1, 999).orElse(1), part, "");
  }

  /** Points with at most two decimals, from 0 to 1000; empty if missing or none. */
  private static Optional<BigDecimal> points(Fields f, String key) {
    Optional<String> text = f.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("\\d{1,4}(\\.\\d{1,2})?")) {
      BigDecimal points = new BigDecimal(text.get()).stripTrailingZeros();
      if (points.compareTo(MOST) <= 0) {
        return Optional.of(points);
      }
    }
    f.complain(key, Message.of("score.points", text.get()), Message.of("score.pointsRight"));
    return Optional.empty();
  }
}
