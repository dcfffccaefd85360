package gongkai.cli.commands;

import gongkai.catalogue.Catalogue;
import gongkai.cli.Columns;
import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.RuleFiles;
import gongkai.cli.report.AuditFile;
import gongkai.compare.Standing;
import gongkai.message.Message;
import gongkai.waiver.Waiver;
import gongkai.waiver.Waivers;
import gongkai.waiver.WaiversReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai waivers}: is a waivers file sound, what still holds, what is it good for. */
@Command(name = "waivers")
public final class WaiversCommand {
  /** Cells before what a waiver is about. */
  private static final int STATE = 12;

  private final Console console;
  private final RuleLines lines;

  public WaiversCommand(Console console) {
    this.console = console;
    this.lines = new RuleLines(console);
  }

  /** Exit code 1 when any waiver has ended, so that a pipeline or a cron job notices. */
  @Command(name = "check")
  int check(
      @Parameters(paramLabel = "FILE", descriptionKey = "waivers.file") Path file,
      @Option(names = "--catalogue", paramLabel = "NAME|FILE", defaultValue = RuleFiles.DEFAULT)
          String catalogue,
      @Option(names = "--beside", paramLabel = "NAME|FILE") List<String> beside,
      @Option(names = "--as-of", paramLabel = "DATE") Optional<LocalDate> asOf,
      @Option(names = "--audit", paramLabel = "AUDIT") Optional<Path> audit) {
    Problems problems = new Problems();
    Optional<Catalogue> rules =
        problems.of(
            () ->
                RuleFiles.beside(
                    catalogue,
                    RuleFiles.catalogue(catalogue),
                    beside == null ? List.of() : beside));
    Optional<Waivers> waivers =
        rules.flatMap(
            c -> problems.of(() -> RuleFiles.sound(WaiversReader.read(RuleFiles.source(file), c))));
    Optional<Standing> standing = audit.flatMap(given -> problems.of(() -> AuditFile.read(given)));
    if (standing.isPresent()
        && rules.isPresent()
        && !standing.get().bureau().equals(rules.get().bureau())) {
      problems.add(
          Message.of(
              "compare.otherBureau",
              "--audit " + audit.get(),
              standing.get().bureau(),
              "--catalogue " + catalogue,
              rules.get().bureau()));
    }
    problems.refuse();
    LocalDate day =
        asOf.or(() -> standing.map(Standing::asOf))
            .orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
    List<Waiver> list = waivers.orElseThrow().list();
    lines.print(0, head(file, list, day));
    list.forEach(w -> waiver(w, day, standing));
    boolean ended = list.stream().anyMatch(w -> w.state(day) == Waiver.State.EXPIRED);
    return (ended ? ExitCode.FINDINGS : ExitCode.OK).code();
  }

  private Message head(Path file, List<Waiver> list, LocalDate day) {
    String states =
        Arrays.stream(Waiver.State.values())
            .map(s -> word(s) + " " + list.stream().filter(w -> w.state(day) == s).count())
            .collect(Collectors.joining(Message.of("report.comma").in(console.lang())));
    return Message.of("waiver.sound", file.toString(), list.size(), day, states);
  }

  private String word(Waiver.State state) {
    return Message.of("waiver." + state.code()).in(console.lang());
  }

  private void waiver(Waiver w, LocalDate day, Optional<Standing> standing) {
    lines.labelled(
        Columns.pad(word(w.state(day)), STATE),
        w.subject() + Message.of("waiver.line", w.line()).in(console.lang()));
    lines.print(STATE, w.inShort());
    standing.ifPresent(
        s -> {
          long gaps = s.findings().stream().filter(w::covers).count();
          lines.print(
              STATE, gaps == 0 ? Message.of("waiver.unused") : Message.of("waiver.used", gaps));
        });
  }
}
