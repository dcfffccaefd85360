package gongkai.cli.commands;

import gongkai.Audit.KnownChange;
import gongkai.cadence.EventsReader;
import gongkai.catalogue.Catalogue;
import gongkai.cli.RuleFiles;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Message;
import gongkai.ruling.Ruling;
import gongkai.ruling.Rulings;
import gongkai.ruling.RulingsReader;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.waiver.Waivers;
import gongkai.waiver.WaiversReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What people add to the rules for one audit.
 *
 * @param events known changes, in file order
 * @param waivers excused gaps
 * @param rulings what an inspector has decided about pages
 */
record UserFiles(List<KnownChange> events, Waivers waivers, Rulings rulings) {
  static final UserFiles NONE = of(List.of());

  /** Known changes alone. */
  static UserFiles of(List<KnownChange> events) {
    return new UserFiles(events, Waivers.NONE, Rulings.NONE);
  }

  UserFiles {
    events = List.copyOf(events);
  }

  /** Reads every file given; what is wrong with any of them is said to the problems. */
  static UserFiles read(AuditOptions options, Optional<Catalogue> catalogue, Problems problems) {
    return new UserFiles(
        read(options.events(), catalogue, EventsReader::read, problems).orElse(List.of()),
        read(options.waivers(), catalogue, WaiversReader::read, problems).orElse(Waivers.NONE),
        read(options.decisions(), catalogue, RulingsReader::read, problems).orElse(Rulings.NONE));
  }

  /**
   * What a snapshot that is there looks like, read only if somebody has ruled on its pages; rulings
   * on pages that it does not have are said to the problems. Of a site still to be crawled nobody
   * can tell: there they are notices.
   */
  Optional<Site> ruledOn(Optional<WarcSnapshot> snapshot, AuditOptions options, Problems problems) {
    if (rulings.list().isEmpty()) {
      return Optional.empty();
    }
    Optional<Site> site = snapshot.map(SiteBuilder::build);
    String file = options.decisions().map(Path::toString).orElse("");
    site.map(rulings::unknown)
        .ifPresent(r -> refuse(r, file, "ruling.unknownPage", "ruling.unknownPageRight", problems));
    site.map(rulings::several)
        .ifPresent(
            r -> refuse(r, file, "ruling.severalPages", "ruling.severalPagesRight", problems));
    return site;
  }

  private static void refuse(
      List<Ruling> ruled, String file, String wrong, String right, Problems problems) {
    for (Ruling r : ruled) {
      problems.add(
          new Complaint(file, r.line(), "url", Message.of(wrong, r.url()), Message.of(right))
              .message());
    }
  }

  /** Without a catalogue a file can only be opened. */
  private static <T> Optional<T> read(
      Optional<Path> file,
      Optional<Catalogue> catalogue,
      BiFunction<Source, Catalogue, Reading<T>> reader,
      Problems problems) {
    Optional<Source> source = file.flatMap(f -> problems.of(() -> RuleFiles.source(f)));
    return source.flatMap(
        s -> catalogue.flatMap(c -> problems.of(() -> RuleFiles.sound(reader.apply(s, c)))));
  }
}
