package gongkai.cli;

import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page {@code gongkai(1)} in the language of the man macros, made from the commands. */
public final class ManualPage {
  private final CommandSpec root;
  private final Lang lang;
  private final List<String> lines = new ArrayList<>();

  private ManualPage(CommandSpec root, Lang lang) {
    this.root = root;
    this.lang = lang;
  }

  /** The page in the language that the commands' help texts are in. */
  public static String of(CommandSpec root, Lang lang) {
    ManualPage page = new ManualPage(root, lang);
    page.write();
    return String.join("\n", page.lines) + "\n";
  }

  private void write() {
    // UTF-8 in the source; no date, so that the same program makes the same page
    lines.add("'\\\" -*- coding: utf-8 -*-");
    lines.add(".TH GONGKAI 1 \"\" \"gongkai " + Version.number() + "\" \"gongkai\"");
    // no hyphens in addresses and options, no blanks between Chinese words
    lines.add(".nh");
    lines.add(".ad l");
    section("name");
    text("gongkai - " + said(root.usageMessage().description()));
    section("synopsis");
    lines.add(".B gongkai");
    lines.add(".I COMMAND");
    lines.add("[\\fIOPTION\\fR]...");
    section("commands");
    commands(root).forEach(this::command);
    section("everywhere");
    root.options().forEach(this::option);
    section("environment");
    List.of("NO_COLOR", "TERM", "LC_ALL")
        .forEach(
            name -> {
              lines.add(".TP");
              lines.add(".B " + name);
              text(Message.of("manual.env-" + name).in(lang));
            });
    section("files");
    text(Message.of("manual.files-text").in(lang));
  }

  private void section(String key) {
    lines.add(".SH \"" + escaped(Message.of("manual." + key).in(lang)) + "\"");
  }

  /** Commands that do something, in the order of the help. */
  private static List<CommandSpec> commands(CommandSpec command) {
    List<CommandSpec> found = new ArrayList<>();
    for (CommandLine sub : new LinkedHashMap<>(command.subcommands()).values()) {
      CommandSpec spec = sub.getCommandSpec();
      found.addAll(spec.subcommands().isEmpty() ? List.of(spec) : commands(spec));
    }
    return found;
  }

  private void command(CommandSpec command) {
    String parameters =
        command.positionalParameters().stream()
            .map(p -> " " + (p.arity().min() == 0 ? "[" + p.paramLabel() + "]" : p.paramLabel()))
            .collect(Collectors.joining());
    lines.add(".SS \"" + escaped(command.qualifiedName() + parameters) + "\"");
    text(said(command.usageMessage().description()));
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      lines.add(".TP");
      lines.add("\\fI" + escaped(parameter.paramLabel()) + "\\fR");
      text(said(parameter.description()));
    }
    List<String> everywhere = root.options().stream().map(OptionSpec::longestName).toList();
    command.options().stream()
        .filter(o -> !o.hidden() && !everywhere.contains(o.longestName()))
        .forEach(this::option);
    exitCodes(command);
    footer(command);
  }

  private void option(OptionSpec option) {
    lines.add(".TP");
    String names =
        Arrays.stream(option.names())
            .map(n -> "\\fB" + escaped(n) + "\\fR")
            .collect(Collectors.joining(", "));
    lines.add(names + label(option));
    text(said(option.description()));
  }

  private static String label(ArgSpec option) {
    return option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
  }

  private void exitCodes(CommandSpec command) {
    if (command.usageMessage().exitCodeList().isEmpty()) {
      return;
    }
    lines.add(".PP");
    text(Message.of("manual.exit").in(lang));
    command
        .usageMessage()
        .exitCodeList()
        .forEach(
            (code, meaning) -> {
              lines.add(".TP");
              lines.add("\\fB" + code.strip() + "\\fR");
              text(meaning);
            });
  }

  /** Examples stand as they are typed. */
  private void footer(CommandSpec command) {
    String[] footer = command.usageMessage().footer();
    if (footer.length == 0) {
      return;
    }
    lines.add(".PP");
    text(Message.of("manual.examples").in(lang));
    lines.add(".PP");
    lines.add(".nf");
    for (String line : footer) {
      lines.add(protectedLine(escaped(line.replace("%n", "").replaceFirst("^  ", ""))));
    }
    lines.add(".fi");
  }

  private static String said(String[] paragraphs) {
    return String.join(" ", paragraphs).replace("%n", " ").replace("%%", "%").strip();
  }

  private void text(String words) {
    lines.add(protectedLine(breakable(escaped(words))));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
  }

  /** A line that begins with a dot or an apostrophe would be a command. */
  private static String protectedLine(String line) {
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }

  /** Chinese has no blanks: a line may end after any character, but not before closing ones. */
  private static String breakable(String text) {
    StringBuilder broken = new StringBuilder();
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      broken.appendCodePoint(characters[i]);
      boolean wide = Columns.width(Character.toString(characters[i])) == 2;
      boolean closing =
          i + 1 < characters.length && "，。；：、！？）】》〉”’".indexOf(characters[i + 1]) >= 0;
      boolean opening = "（【《〈“‘".indexOf(characters[i]) >= 0;
      if (wide && !closing && !opening && i + 1 < characters.length) {
        broken.append("\\:");
      }
    }
    return broken.toString();
  }
}
