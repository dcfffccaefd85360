package gongkai.waiver;

import gongkai.cadence.Every;
import gongkai.cadence.Period;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Requirement;
import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Nearest;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import gongkai.page.Addresses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a waivers file ({@code --waivers}): under {@code waivers} a list of excuses. */
public final class WaiversReader {
  private static final Map<String, Verdict> GAPS =
      Arrays.stream(Verdict.values())
          .filter(Verdict::gap)
          .collect(Collectors.toMap(Verdict::name, v -> v));

  /** Any day of the year that periods of every kind are laid out from. */
  private static final LocalDate LIKE = LocalDate.of(2026, 6, 30);

  private final Catalogue catalogue;
  private final Source source;
  private final Complaints complaints = new Complaints();
  private final List<Waiver> waivers = new ArrayList<>();
  private final Map<List<Object>, Integer> lines = new LinkedHashMap<>();

  private WaiversReader(Catalogue catalogue, Source source) {
    this.catalogue = catalogue;
    this.source = source;
  }

  /** The waivers in the order of the file, or everything that is wrong with it. */
  public static Reading<Waivers> read(Source source, Catalogue catalogue) {
    return new WaiversReader(catalogue, source).read();
  }

  private Reading<Waivers> read() {
    YamlReader.read(source, complaints)
        .ifPresent(
            file -> {
              file.only("waivers");
              file.maps("waivers").forEach(this::waiver);
            });
    return complaints.orElse(() -> new Waivers(waivers));
  }

  private void waiver(Fields entry) {
    entry.only("requirement", "scope", "reason", "approver", "expires");
    String id = entry.required("requirement", Message.of("waiver.requirementRight"));
    Optional<Requirement> requirement =
        catalogue.requirements().stream().filter(r -> r.id().equals(id)).findFirst();
    if (requirement.isEmpty() && !id.isEmpty()) {
      unknown(entry, id);
    }
    Scope scope = scope(entry, requirement);
    String reason = entry.required("reason", Message.of("waiver.reasonRight"));
    String approver = entry.required("approver", Message.of("waiver.approverRight"));
    String day = entry.required("expires", Message.of("waiver.expiresRight"));
    Optional<LocalDate> expires = day.isEmpty() ? Optional.empty() : entry.date("expires");
    int line = entry.place().line();
    if (requirement.isPresent()) {
      Integer earlier = lines.putIfAbsent(List.of(id, scope.normal()), line);
      if (earlier != null) {
        entry.complain(
            entry.has("scope") ? "scope" : "requirement",
            Message.of("waiver.twice", id, earlier),
            Message.of("waiver.twiceRight"));
      }
    }
    expires.ifPresent(
        last ->
            waivers.add(new Waiver(id, scope, reason, approver, last, source.fileName(), line)));
  }

  /** An id that is no requirement's; an item's with several requirements names them. */
  private void unknown(Fields entry, String id) {
    List<String> below =
        catalogue.items().stream()
            .filter(i -> i.id().equals(id))
            .flatMap(i -> i.requirements().stream())
            .map(Requirement::id)
            .toList();
    List<String> ids = catalogue.requirements().stream().map(Requirement::id).toList();
    entry.complain(
        "requirement",
        Message.of("waiver.id", id),
        below.isEmpty()
            ? Nearest.to(id, ids)
                .map(near -> Message.of("input.unknownKeyNear", near))
                .orElseGet(() -> Message.of("waiver.idRight"))
            : Message.of("waiver.itemRight", String.join(", ", below)));
  }

  private Scope scope(Fields entry, Optional<Requirement> requirement) {
    Optional<Fields> given = entry.map("scope");
    if (given.isEmpty()) {
      return Scope.WHOLE;
    }
    Fields scope = given.get();
    scope.only("period", "trigger", "document", "title", "url", "verdict");
    return new Scope(
        requirement.map(r -> period(scope, r)).orElse(""),
        scope.date("trigger"),
        words(scope, "document"),
        words(scope, "title"),
        url(scope),
        scope.choice("verdict", GAPS));
  }

  private static String words(Fields scope, String key) {
    return scope.has(key) ? scope.required(key, Message.of("waiver.scopeRight", key)) : "";
  }

  private static String url(Fields scope) {
    String words = words(scope, "url");
    Optional<String> url = Addresses.canonical(words);
    if (url.isEmpty() && !words.isEmpty()) {
      scope.complain("url", Message.of("waiver.url", words), Message.of("waiver.urlRight"));
    }
    return url.orElse("");
  }

  private static String period(Fields scope, Requirement requirement) {
    String label = words(scope, "period");
    if (label.isEmpty()) {
      return "";
    }
    Optional<Every> every = every(requirement.cadence());
    if (every.isEmpty()) {
      scope.complain(
          "period",
          Message.of("waiver.notPeriodic", requirement.id(), requirement.cadence().notation()),
          Message.of("waiver.notPeriodicRight"));
      return "";
    }
    Optional<Period> period = Period.parse(label).filter(p -> p.every() == every.get());
    if (period.isEmpty()) {
      scope.complain(
          "period",
          Message.of("waiver.period", label, requirement.id()),
          Message.of("waiver.periodRight", Period.of(every.get(), LIKE).label()));
    }
    return period.map(Period::label).orElse("");
  }

  /** The length of the periods that a requirement is judged by; empty if it is not. */
  private static Optional<Every> every(Cadence cadence) {
    if (cadence instanceof Cadence.Periodic periodic) {
      return Optional.of(periodic.every());
    }
    return cadence instanceof Cadence.Count ? Optional.of(Every.YEAR) : Optional.empty();
  }
}
