package gongkai.cli;

import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Place;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code --config}: the options of {@code audit} in a YAML file, under the same names without
 * dashes, and {@code site}. What the command line says wins; a relative path is one from the file's
 * own folder. Without the option {@code gongkai.yaml} is read if it lies in the working directory.
 */
final class ConfigFile {
  private static final String COMMAND = "audit";
  private static final Path DEFAULT = Path.of("gongkai.yaml");

  /** Keys of rule files, by bundled name or path. */
  private static final List<String> RULES = List.of("catalogue", "beside");

  private final Supplier<CommandLine> program;
  private final Path file;
  private final ParseResult given;
  private final Complaints complaints = new Complaints();

  private ConfigFile(Supplier<CommandLine> program, Path file, ParseResult given) {
    this.program = program;
    this.file = file;
    this.given = given;
  }

  /**
   * The command line with what the file adds; unchanged for another command, or for a command line
   * that is refused anyway.
   *
   * @throws Failure exit code 2 with everything that is wrong with the file
   */
  static List<String> apply(Supplier<CommandLine> program, List<String> arguments) {
    ParseResult parsed;
    try {
      parsed = program.get().parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException saidWhenItRuns) {
      return arguments;
    }
    ParseResult given = parsed.subcommand();
    if (given == null
        || !given.commandSpec().name().equals(COMMAND)
        || given.isUsageHelpRequested()
        || given.isVersionHelpRequested()) {
      return arguments;
    }
    Optional<Path> named = given.matchedOptionValue("--config", Optional.empty());
    if (named.isEmpty() && !Files.isRegularFile(DEFAULT)) {
      return arguments;
    }
    List<String> added = new ConfigFile(program, named.orElse(DEFAULT), given).arguments();
    int command = arguments.indexOf(COMMAND) + 1;
    List<String> all = new ArrayList<>(arguments.subList(0, command));
    all.addAll(added);
    all.addAll(arguments.subList(command, arguments.size()));
    return all;
  }

  private List<String> arguments() {
    Source source = RuleFiles.source(file);
    List<String> added = new ArrayList<>();
    YamlReader.read(source, complaints).ifPresent(fields -> read(fields, added));
    return RuleFiles.sound(complaints.orElse(() -> added));
  }

  private void read(Fields fields, List<String> added) {
    List<OptionSpec> options =
        given.commandSpec().options().stream().filter(o -> key(o).isPresent()).toList();
    List<String> known = new ArrayList<>(List.of("site"));
    options.forEach(o -> known.add(key(o).orElseThrow()));
    fields.only(known.toArray(String[]::new));
    for (OptionSpec option : options) {
      String key = key(option).orElseThrow();
      if (fields.has(key)) {
        for (Fields.Placed value : values(fields, key, option)) {
          String word = option.longestName() + "=" + value.text();
          if (sound(value.place(), word) && !given.hasMatchedOption(option)) {
            added.add(word);
          }
        }
      }
    }
    fields.text("site").filter(site -> !given.hasMatchedPositional(0)).ifPresent(added::add);
  }

  /** The name of an option in the file; empty for those that only a command line can have. */
  private static Optional<String> key(OptionSpec option) {
    String name = option.longestName();
    boolean file = name.startsWith("--") && !option.usageHelp() && !option.versionHelp();
    return file && !name.equals("--config") ? Optional.of(name.substring(2)) : Optional.empty();
  }

  private List<Fields.Placed> values(Fields fields, String key, OptionSpec option) {
    if (option.typeInfo().isBoolean()) {
      String flag = String.valueOf(fields.flag(key, false));
      return List.of(new Fields.Placed(flag, fields.at(key)));
    }
    List<Fields.Placed> texts =
        fields.placedTexts(key).stream()
            .map(
                t ->
                    new Fields.Placed(path(key, option) ? own(key, t.text()) : t.text(), t.place()))
            .toList();
    if (option.isMultiValue() || texts.size() < 2) {
      return texts;
    }
    String joined = String.join(",", texts.stream().map(Fields.Placed::text).toList());
    return List.of(new Fields.Placed(joined, fields.at(key)));
  }

  private static boolean path(String key, OptionSpec option) {
    return RULES.contains(key)
        || key.equals("scheme")
        || option.typeInfo().getType().equals(Path.class)
        || List.of(option.typeInfo().getAuxiliaryTypes()).contains(Path.class);
  }

  /** A path as seen from the file's folder; a bundled catalogue's or scheme's name stays. */
  private String own(String key, String words) {
    if (RULES.contains(key) && RuleFiles.names().contains(words)
        || key.equals("scheme") && RuleFiles.schemes().contains(words)) {
      return words;
    }
    Path folder = file.getParent();
    return folder == null ? words : folder.resolve(words).toString();
  }

  /** Tries a value alone, so that its complaint can name the line it stands on. */
  private boolean sound(Place place, String word) {
    try {
      program.get().parseArgs(COMMAND, word);
      return true;
    } catch (ParameterException refused) {
      Message reason =
          Errors.badValue(refused).orElseGet(() -> Message.of("cli.bad", refused.getMessage()));
      complaints.add(place, Message.of("audit.configValue"), reason);
      return false;
    }
  }
}
