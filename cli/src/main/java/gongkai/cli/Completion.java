package gongkai.cli;

import gongkai.cli.report.ReportFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell completes, made from the commands themselves: commands, options, and the values of
 * an option as far as its label in the help names them ({@code violation|warning}, {@code FILE},
 * {@code NAME}).
 */
public final class Completion {
  /** The values of one option or parameter. */
  private record Values(List<String> words, boolean files, boolean list) {
    /** Nothing is known: a number, an address, free words. */
    boolean free() {
      return words.isEmpty() && !files;
    }
  }

  private final Map<String, CommandSpec> commands = new LinkedHashMap<>();

  private Completion(CommandSpec root) {
    collect(root);
  }

  private void collect(CommandSpec command) {
    commands.put(command.qualifiedName(), command);
    subcommands(command).values().forEach(sub -> collect(sub.getCommandSpec()));
  }

  private static Map<String, CommandLine> subcommands(CommandSpec command) {
    return new LinkedHashMap<>(command.subcommands());
  }

  /** A script that bash reads with {@code source}. */
  public static String bash(CommandSpec root) {
    return new Completion(root).bash();
  }

  /** A script for a folder of zsh's {@code fpath}, or to be read with {@code source}. */
  public static String zsh(CommandSpec root) {
    return new Completion(root).zsh();
  }

  private static Values values(ArgSpec argument) {
    String label = argument.paramLabel();
    if (label.matches("[a-z0-9]+(\\|[a-z0-9]+)*")) {
      return new Values(Arrays.asList(label.split("\\|")), false, false);
    }
    List<String> parts = Arrays.asList(label.split("\\|"));
    if (label.equals("LIST")) {
      return new Values(
          Stream.of(ReportFormat.values()).map(ReportFormat::code).toList(), false, true);
    }
    boolean files =
        parts.stream().anyMatch(List.of("FILE", "DIR", "FOLDER", "AUDIT", "OLD", "NEW")::contains);
    return new Values(parts.contains("NAME") ? names(argument) : List.of(), files, false);
  }

  /** Names of what is bundled: schemes of a scheme, none of a bureau, else catalogues. */
  private static List<String> names(ArgSpec argument) {
    String name = argument instanceof OptionSpec option ? option.longestName() : "";
    return switch (name) {
      case "--scheme" -> RuleFiles.schemes();
      case "--bureau" -> List.of();
      default -> RuleFiles.names();
    };
  }

  private static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(o -> !o.hidden()).toList();
  }

  private static boolean valued(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** {@code "gongkai audit --out"|"gongkai audit -o"}. */
  private static String pattern(String command, OptionSpec option) {
    return Arrays.stream(option.names())
        .map(n -> "\"" + command + " " + n + "\"")
        .collect(Collectors.joining(" | "));
  }

  private List<String> steps(String indent) {
    List<String> steps = new ArrayList<>();
    commands.forEach(
        (path, command) ->
            subcommands(command)
                .keySet()
                .forEach(
                    name ->
                        steps.add(
                            indent
                                + "\""
                                + path
                                + " "
                                + name
                                + "\") at=\""
                                + path
                                + " "
                                + name
                                + "\" ;;")));
    return steps;
  }

  private String bash() {
    List<String> lines = new ArrayList<>();
    lines.add("# bash completion of gongkai, made by: gongkai completion bash");
    lines.add("_gongkai() {");
    lines.add("  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}");
    lines.add("  local at=gongkai words= i");
    lines.add("  COMPREPLY=()");
    lines.add("  for ((i = 1; i < COMP_CWORD; i++)); do");
    lines.add("    case \"$at ${COMP_WORDS[i]}\" in");
    lines.addAll(steps("      "));
    lines.add("    esac");
    lines.add("  done");
    lines.add("  # --option=value is three words to bash");
    lines.add("  if [[ $cur == = ]]; then cur=");
    lines.add("  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}");
    lines.add("  fi");
    lines.add("  case \"$at $prev\" in");
    lines.addAll(valuesOfOptions(Completion::bashValues));
    lines.add("  esac");
    lines.add("  case $at in");
    commands.forEach((path, command) -> bashCommand(path, command, lines));
    lines.add("  esac");
    lines.add("}");
    lines.add("complete -F _gongkai gongkai");
    return String.join("\n", lines) + "\n";
  }

  /**
   * A branch per option that takes a value, in either shell: after it, its values are completed.
   */
  private List<String> valuesOfOptions(Function<Values, List<String>> inShell) {
    List<String> lines = new ArrayList<>();
    commands.forEach(
        (path, command) ->
            options(command).stream()
                .filter(Completion::valued)
                .forEach(
                    o -> {
                      lines.add("    " + pattern(path, o) + ")");
                      inShell.apply(values(o)).forEach(l -> lines.add("      " + l));
                      lines.add("      return ;;");
                    }));
    return lines;
  }

  private static List<String> bashValues(Values values) {
    List<String> lines = new ArrayList<>();
    String words = String.join(" ", values.words());
    if (values.list()) {
      lines.add("local before=; [[ $cur == *,* ]] && before=${cur%,*},");
      lines.add(
          "compopt -o nospace; COMPREPLY=($(compgen -P \"$before\" -W \""
              + words
              + "\" -- \"${cur##*,}\"))");
    } else if (values.files()) {
      String also = words.isEmpty() ? "" : "; compgen -W \"" + words + "\" -- \"$cur\"";
      lines.add("compopt -o filenames");
      lines.add("mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"" + also + ")");
    } else if (!words.isEmpty()) {
      lines.add("COMPREPLY=($(compgen -W \"" + words + "\" -- \"$cur\"))");
    }
    return lines;
  }

  private static void bashCommand(String path, CommandSpec command, List<String> lines) {
    String names =
        options(command).stream()
            .flatMap(o -> Arrays.stream(o.names()))
            .collect(Collectors.joining(" "));
    lines.add("    \"" + path + "\")");
    lines.add(
        "      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"" + names + "\" -- \"$cur\"))");
    lines.add("      else");
    if (!command.subcommands().isEmpty()) {
      String subs = String.join(" ", subcommands(command).keySet());
      lines.add("        COMPREPLY=($(compgen -W \"" + subs + "\" -- \"$cur\"))");
    } else {
      List<String> positional = bashValues(positional(command));
      positional.forEach(l -> lines.add("        " + l));
      if (positional.isEmpty()) {
        lines.add("        :");
      }
    }
    lines.add("      fi ;;");
  }

  /** What any of a command's parameters may be. */
  private static Values positional(CommandSpec command) {
    List<Values> all = command.positionalParameters().stream().map(Completion::values).toList();
    return new Values(
        all.stream().flatMap(v -> v.words().stream()).distinct().toList(),
        all.stream().anyMatch(Values::files),
        false);
  }

  private String zsh() {
    List<String> lines = new ArrayList<>();
    lines.add("#compdef gongkai");
    lines.add("# zsh completion of gongkai, made by: gongkai completion zsh");
    lines.add("_gongkai() {");
    lines.add("  local at=gongkai i cur=$words[CURRENT] prev=$words[CURRENT-1]");
    lines.add("  local -a shown");
    lines.add("  for ((i = 2; i < CURRENT; i++)); do");
    lines.add("    case \"$at $words[i]\" in");
    lines.addAll(steps("      "));
    lines.add("    esac");
    lines.add("  done");
    lines.add("  if [[ $cur == --*=* ]]; then prev=${cur%%=*}; compset -P '*='; fi");
    lines.add("  case \"$at $prev\" in");
    lines.addAll(valuesOfOptions(Completion::zshValues));
    lines.add("  esac");
    lines.add("  case $at in");
    commands.forEach((path, command) -> zshCommand(path, command, lines));
    lines.add("  esac");
    lines.add("}");
    lines.add("if [[ $funcstack[1] == _gongkai ]]; then _gongkai \"$@\"");
    lines.add("else compdef _gongkai gongkai");
    lines.add("fi");
    return String.join("\n", lines) + "\n";
  }

  private static List<String> zshValues(Values values) {
    List<String> lines = new ArrayList<>();
    if (values.list()) {
      lines.add("compset -P '*,'");
    }
    if (!values.words().isEmpty()) {
      lines.add("compadd -- " + String.join(" ", values.words()));
    }
    if (values.files()) {
      lines.add("_files");
    }
    return lines;
  }

  private static void zshCommand(String path, CommandSpec command, List<String> lines) {
    lines.add("    \"" + path + "\")");
    lines.add("      if [[ $cur == -* ]]; then");
    lines.add("        shown=(");
    for (OptionSpec option : options(command)) {
      for (String name : option.names()) {
        lines.add("          " + described(name, option.description()));
      }
    }
    lines.add("        )");
    lines.add("        _describe -o option shown");
    lines.add("      else");
    if (!command.subcommands().isEmpty()) {
      lines.add("        shown=(");
      subcommands(command)
          .forEach(
              (name, sub) ->
                  lines.add(
                      "          "
                          + described(name, sub.getCommandSpec().usageMessage().description())));
      lines.add("        )");
      lines.add("        _describe command shown");
    } else {
      Values positional = positional(command);
      zshValues(positional).forEach(l -> lines.add("        " + l));
      if (positional.free()) {
        lines.add("        :");
      }
    }
    lines.add("      fi ;;");
  }

  /** {@code 'name:what it does'}. */
  private static String described(String name, String[] description) {
    String words = String.join(" ", description).replace("'", "'\\''").replace("%n", " ");
    return "'" + name + ":" + words + "'";
  }
}
