package gongkai.cli.commands;

import gongkai.catalogue.Catalogue;
import gongkai.cli.BadValue;
import gongkai.cli.FailOn;
import gongkai.cli.RuleFiles;
import gongkai.cli.report.ReportFormat;
import gongkai.message.Message;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options by which a snapshot is judged and reported. */
final class AuditOptions {
  @Option(names = "--config", paramLabel = "FILE")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--catalogue", paramLabel = "NAME|FILE")
  private String catalogue = RuleFiles.DEFAULT;

  @Option(names = "--beside", paramLabel = "NAME|FILE")
  private List<String> beside = List.of();

  @Option(names = "--tailor", paramLabel = "FILE")
  private Optional<Path> tailor = Optional.empty();

  @Option(names = "--as-of", paramLabel = "DATE")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--since", paramLabel = "DATE")
  private Optional<LocalDate> since = Optional.empty();

  @Option(names = "--snapshot", paramLabel = "DIR")
  private Optional<Path> snapshot = Optional.empty();

  @Option(names = "--events", paramLabel = "FILE")
  private Optional<Path> events = Optional.empty();

  @Option(names = "--waivers", paramLabel = "FILE")
  private Optional<Path> waivers = Optional.empty();

  @Option(names = "--decisions", paramLabel = "FILE")
  private Optional<Path> decisions = Optional.empty();

  @Option(names = "--baseline", paramLabel = "AUDIT")
  private Optional<Path> baseline = Optional.empty();

  @Option(names = "--calendar", paramLabel = "FILE")
  private Optional<Path> calendar = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "violation|warning|advice|review|never",
      converter = FailOnWord.class)
  private FailOn failOn = FailOn.VIOLATION;

  @Option(names = "--format", paramLabel = "LIST", converter = FormatWords.class)
  private Formats formats = new Formats(ReportFormat.DEFAULT);

  String catalogue() {
    return catalogue;
  }

  /** The rules to judge by: the catalogue as tailored, with the others beside it. */
  Catalogue rules() {
    return RuleFiles.beside(catalogue, RuleFiles.catalogue(catalogue, tailor), beside);
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

  Optional<Path> waivers() {
    return waivers;
  }

  Optional<Path> decisions() {
    return decisions;
  }

  Optional<Path> baseline() {
    return baseline;
  }

  Optional<Path> calendar() {
    return calendar;
  }

  FailOn failOn() {
    return failOn;
  }

  List<ReportFormat> formats() {
    return formats.list();
  }

  private static BadValue none(String word, Stream<String> words) {
    return new BadValue(Message.of("audit.oneOf", word, words.collect(Collectors.joining(", "))));
  }

  private static final class FailOnWord implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String word) {
      return Arrays.stream(FailOn.values())
          .filter(f -> f.code().equals(word))
          .findFirst()
          .orElseThrow(() -> none(word, Arrays.stream(FailOn.values()).map(FailOn::code)));
    }
  }

  /** Formats in one word, with commas between them. */
  private record Formats(List<ReportFormat> list) {}

  private static final class FormatWords implements ITypeConverter<Formats> {
    @Override
    public Formats convert(String words) {
      return new Formats(
          Arrays.stream(words.split(",", -1)).map(String::strip).map(this::format).toList());
    }

    private ReportFormat format(String word) {
      return ReportFormat.of(word)
          .orElseThrow(
              () -> none(word, Arrays.stream(ReportFormat.values()).map(ReportFormat::code)));
    }
  }
}
