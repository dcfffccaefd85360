package gongkai.cli.commands;

import gongkai.Audit.KnownChange;
import gongkai.cadence.EventsReader;
import gongkai.catalogue.Catalogue;
import gongkai.cli.RuleFiles;
import gongkai.input.Reading;
import gongkai.input.Source;
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
 */
record UserFiles(List<KnownChange> events, Waivers waivers) {
  static final UserFiles NONE = new UserFiles(List.of(), Waivers.NONE);

  UserFiles {
    events = List.copyOf(events);
  }

  /** Reads every file given; what is wrong with any of them is said to the problems. */
  static UserFiles read(AuditOptions options, Optional<Catalogue> catalogue, Problems problems) {
    return new UserFiles(
        read(options.events(), catalogue, EventsReader::read, problems).orElse(List.of()),
        read(options.waivers(), catalogue, WaiversReader::read, problems).orElse(Waivers.NONE));
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
