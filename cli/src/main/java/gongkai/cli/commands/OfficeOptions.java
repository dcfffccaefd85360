package gongkai.cli.commands;

import gongkai.catalogue.Cadence.Days;
import gongkai.cli.BadValue;
import gongkai.message.Message;
import gongkai.rectify.Rectification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options by which an audit is followed up with the offices, and scored. */
final class OfficeOptions {
  @Option(names = "--split-by", paramLabel = "office")
  private Optional<String> splitBy = Optional.empty();

  @Option(names = "--rectify-within", paramLabel = "TIME", converter = Within.class)
  private Days within = Rectification.WITHIN;

  @Option(names = "--replies", paramLabel = "FILE")
  private List<Path> replies = new ArrayList<>();

  @Option(names = "--scheme", paramLabel = "NAME|FILE")
  private Optional<String> scheme = Optional.empty();

  /** The time that offices have; empty if no notices are asked for. */
  Optional<Days> notices() {
    splitBy.ifPresent(by -> SiteOptions.oneOf("--split-by", by, List.of("office")));
    return splitBy.map(by -> within);
  }

  List<Path> replies() {
    return replies;
  }

  Optional<String> scheme() {
    return scheme;
  }

  private static final class Within implements ITypeConverter<Days> {
    @Override
    public Days convert(String words) {
      return Days.parse(words).orElseThrow(() -> new BadValue(Message.of("rectify.within", words)));
    }
  }
}
