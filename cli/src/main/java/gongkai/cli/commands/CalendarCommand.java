package gongkai.cli.commands;

import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.cli.Console;
import gongkai.cli.Failure;
import gongkai.cli.RuleFiles;
import gongkai.message.Message;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai calendar}: how a deadline in working days is counted. */
@Command(name = "calendar")
public final class CalendarCommand {
  private static final int MOST = 10_000;

  private final Console console;

  public CalendarCommand(Console console) {
    this.console = console;
  }

  /** The day alone on the first line, then each day not counted with its reason. */
  @Command(name = "due")
  void due(
      @Parameters(index = "0", paramLabel = "DATE", descriptionKey = "calendar.date")
          LocalDate date,
      @Parameters(index = "1", paramLabel = "N", descriptionKey = "calendar.n") int n,
      @Option(names = "--calendar", paramLabel = "FILE") Optional<Path> file) {
    if (n < 1 || n > MOST) {
      throw Failure.usage(Message.of("due.n", n, MOST));
    }
    WorkingCalendar calendar = RuleFiles.calendar(file);
    Deadline due = calendar.due(date, n);
    console.print(due.day().toString());
    if (due.provisional()) {
      String years =
          IntStream.rangeClosed(date.plusDays(1).getYear(), due.day().getYear())
              .filter(year -> !calendar.covers(year))
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(", "));
      console.print(Message.of("due.provisional", years));
    }
    console.print(Message.of("due.skipped", due.skipped().size()));
    for (Skipped skipped : due.skipped()) {
      Message weekday = Message.of("due.day" + skipped.day().getDayOfWeek().getValue());
      console.print(
          Message.of(
              "due.line",
              skipped.day().toString(),
              weekday,
              skipped.holiday().isEmpty() ? Message.of("due.weekend") : skipped.holiday()));
    }
  }
}
