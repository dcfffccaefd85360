package gongkai.cli.commands;

import gongkai.cli.FailOn;
import gongkai.cli.Failure;
import gongkai.cli.RuleFiles;
import gongkai.cli.report.ReportFormat;
import gongkai.message.Message;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options by which a snapshot is judged and reported. */
final class AuditOptions {
  @Option(names = "--config", paramLabel = "FILE")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--catalogue", paramLabel = "NAME|FILE")
  private String catalogue = RuleFiles.DEFAULT;

  @Option(names = "--as-of", paramLabel = "DATE")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--since", paramLabel = "DATE")
  private Optional<LocalDate> since = Optional.empty();

  @Option(names = "--snapshot", paramLabel = "DIR")
  private Optional<Path> snapshot = Optional.empty();

  @Option(names = "--events", paramLabel = "FILE")
  private Optional<Path> events = Optional.empty();

  @Option(names = "--calendar", paramLabel = "FILE")
  private Optional<Path> calendar = Optional.empty();

  @Option(names = "--fail-on", paramLabel = "violation|warning|advice|review|never")
  private String failOn = FailOn.VIOLATION.code();

  @Option(names = "--format", paramLabel = "LIST")
  private String format = "csv,html,json";

  String catalogue() {
    return catalogue;
  }

  Optional<LocalDate> asOf() {
    return asOf;
  }

  Optional<LocalDate> since() {
    return since;
  }

  Optional<Path> snapshot() {
    return snapshot;
  }

  Optional<Path> events() {
    return events;
  }

  Optional<Path> calendar() {
    return calendar;
  }

  FailOn failOn() {
    return Arrays.stream(FailOn.values())
        .filter(f -> f.code().equals(failOn))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    Message.of(
                        "audit.oneOf",
                        "--fail-on",
                        failOn,
                        Arrays.stream(FailOn.values())
                            .map(FailOn::code)
                            .collect(Collectors.joining(", ")))));
  }

  List<ReportFormat> formats() {
    List<ReportFormat> formats = new ArrayList<>();
    for (String word : format.split(",", -1)) {
      formats.add(
          ReportFormat.of(word.strip())
              .orElseThrow(
                  () ->
                      Failure.usage(
                          Message.of(
                              "audit.oneOf",
                              "--format",
                              word.strip(),
                              Arrays.stream(ReportFormat.values())
                                  .map(ReportFormat::code)
                                  .collect(Collectors.joining(", "))))));
    }
    return formats;
  }
}
