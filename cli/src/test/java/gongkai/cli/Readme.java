package gongkai.cli;

import gongkai.catalogue.Catalogue;
import gongkai.cli.report.ReportFormat;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of the README that are made from the code, each between two marks of its name. */
final class Readme {
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- made: ([a-z-]+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

  private static final List<String> TERMS =
      List.of(
          "requirement",
          "gap",
          "as-of",
          "published",
          "document-date",
          "open-evidence",
          "statement",
          "snapshot");

  /** What every command takes; the README says so once. */
  private static final List<String> EVERYWHERE = List.of("--help", "--version");

  private final Map<String, Supplier<List<String>>> tables = new LinkedHashMap<>();
  private final CommandSpec program =
      Gongkai.commandLine(new Console(quiet(), quiet(), Lang.EN)).getCommandSpec();

  Readme() {
    tables.put("commands", this::commands);
    tables.put("options", this::options);
    tables.put("exit-codes", this::exitCodes);
    tables.put("exit-codes-of-others", this::exitCodesOfOthers);
    tables.put("verdicts", Readme::verdicts);
    tables.put("formats", Readme::formats);
    tables.put("columns", Readme::columns);
    tables.put("catalogues", Readme::catalogues);
    tables.put("glossary", Readme::glossary);
  }

  private static PrintStream quiet() {
    return new PrintStream(PrintStream.nullOutputStream());
  }

  /** A README whose marked tables are those of the code. */
  String mend(String readme) {
    return BLOCK.matcher(readme).replaceAll(block -> quote(block.group(1) + made(block)));
  }

  private static String quote(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  private String made(MatchResult block) {
    Supplier<List<String>> table = tables.get(block.group(2));
    if (table == null) {
      throw new IllegalArgumentException("no table is called " + block.group(2));
    }
    return String.join("\n", table.get()) + "\n" + block.group(4);
  }

  /** Names of the tables that a README marks, in its order. */
  static List<String> marked(String readme) {
    return BLOCK.matcher(readme).results().map(block -> block.group(2)).toList();
  }

  /** Names of all tables. */
  List<String> names() {
    return List.copyOf(tables.keySet());
  }

  private static String row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell.toString().replace("|", "\\|"));
    }
    return "| " + String.join(" | ", texts) + " |";
  }

  private static List<String> table(String... header) {
    List<String> rows = new ArrayList<>();
    rows.add(row((Object[]) header));
    rows.add("|" + " --- |".repeat(header.length));
    return rows;
  }

  private List<CommandSpec> runnable(CommandSpec command) {
    List<CommandSpec> found = new ArrayList<>();
    if (command.subcommands().isEmpty()) {
      found.add(command);
    }
    new LinkedHashMap<>(command.subcommands())
        .values()
        .forEach(sub -> found.addAll(runnable(sub.getCommandSpec())));
    return found;
  }

  private static List<String> catalogues() {
    List<String> rows = table("`--catalogue`", "bureau", "items", "requirements");
    for (String name : RuleFiles.names()) {
      Catalogue catalogue = RuleFiles.catalogue(name);
      rows.add(
          row(
              "`" + name + "`",
              catalogue.bureau(),
              catalogue.items().size(),
              catalogue.requirements().size()));
    }
    return rows;
  }

  private List<String> commands() {
    List<String> rows = table("command", "what it does");
    for (CommandSpec command : runnable(program)) {
      StringBuilder call = new StringBuilder(command.qualifiedName());
      command.positionalParameters().forEach(p -> call.append(' ').append(p.paramLabel()));
      rows.add(
          row("`" + call + "`", String.join(" ", command.usageMessage().description()).strip()));
    }
    return rows;
  }

  private List<String> options() {
    Map<String, String> meanings = new TreeMap<>();
    Map<String, TreeSet<String>> takers = new TreeMap<>();
    for (CommandSpec command : runnable(program)) {
      for (OptionSpec option : command.options()) {
        if (EVERYWHERE.contains(option.longestName())) {
          continue;
        }
        String name = option.longestName();
        String call = option.arity().max() == 0 ? name : name + " " + option.paramLabel();
        String meaning = String.join(" ", option.description());
        String key = "`" + call + "`";
        meanings.merge(key, meaning, (one, other) -> one.equals(other) ? one : one + "; " + other);
        takers
            .computeIfAbsent(key, k -> new TreeSet<>())
            .add(command.qualifiedName().substring("gongkai ".length()));
      }
    }
    int all = runnable(program).size();
    List<String> rows = table("option", "meaning", "commands");
    meanings.forEach(
        (key, meaning) ->
            rows.add(
                row(
                    key,
                    meaning,
                    takers.get(key).size() == all ? "all" : String.join(", ", takers.get(key)))));
    return rows;
  }

  /** What each exit code of an audit means, as its help says. */
  Map<String, String> exitMeanings() {
    return program.subcommands().get("audit").getCommandSpec().usageMessage().exitCodeList();
  }

  private List<String> exitCodes() {
    List<String> rows = table("code", "meaning");
    exitMeanings().forEach((code, meaning) -> rows.add(row(code.strip(), meaning)));
    return rows;
  }

  /** The other commands', in a row each. */
  private List<String> exitCodesOfOthers() {
    List<String> rows = table("command", "exit codes");
    for (CommandSpec command : runnable(program)) {
      if (!command.name().equals("audit")) {
        List<String> codes = new ArrayList<>();
        command
            .usageMessage()
            .exitCodeList()
            .forEach((code, meaning) -> codes.add("**" + code.strip() + "** " + meaning));
        rows.add(row("`" + command.qualifiedName() + "`", String.join(" · ", codes)));
      }
    }
    return rows;
  }

  private static String said(String key, Lang lang) {
    return Message.of(key).in(lang);
  }

  private static List<String> verdicts() {
    List<String> rows = table("verdict", "中文", "when", "何时");
    for (Verdict verdict : Verdict.values()) {
      rows.add(
          row(
              "`" + verdict + "`",
              said("report.verdict-" + verdict, Lang.ZH),
              said("report.means-" + verdict, Lang.EN),
              said("report.means-" + verdict, Lang.ZH)));
    }
    return rows;
  }

  private static List<String> formats() {
    List<String> rows = table("`--format`", "files", "what for", "用途");
    for (ReportFormat format : ReportFormat.values()) {
      rows.add(
          row(
              "`" + format.code() + "`",
              format.names().stream().map(f -> "`" + f + "`").collect(Collectors.joining(", ")),
              said("format." + format.code(), Lang.EN),
              said("format." + format.code(), Lang.ZH)));
    }
    return rows;
  }

  private static List<String> columns() {
    List<String> rows = table("file", "columns (`--lang en`, and 中文 as they come by default)");
    for (ReportFormat format : ReportFormat.values()) {
      for (String file : format.names()) {
        rows.add(row("`" + file + "`", format == ReportFormat.CSV ? header(file) : ""));
      }
    }
    rows.add(row("`offices/*.csv`", header(Message.of("reply.columns"))));
    return rows.stream().filter(row -> !row.endsWith("|  |")).toList();
  }

  private static String header(String file) {
    return header(Message.of("report.csv-" + file.substring(0, file.indexOf('.'))));
  }

  private static String header(Message names) {
    String[] english = names.in(Lang.EN).split(",");
    String[] chinese = names.in(Lang.ZH).split(",");
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < english.length; i++) {
      columns.add("`" + english[i] + "` " + chinese[i]);
    }
    return String.join(", ", columns);
  }

  private static List<String> glossary() {
    List<String> rows = table("English", "中文");
    for (String term : TERMS) {
      rows.add(row(said("report.term-" + term, Lang.EN), said("report.term-" + term, Lang.ZH)));
    }
    return rows;
  }
}
