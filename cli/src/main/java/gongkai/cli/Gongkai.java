package gongkai.cli;

import gongkai.cli.commands.AuditCommand;
import gongkai.cli.commands.CalendarCommand;
import gongkai.cli.commands.CatalogueCommand;
import gongkai.cli.commands.CompletionCommand;
import gongkai.cli.commands.CrawlCommand;
import gongkai.cli.commands.DemoCommand;
import gongkai.cli.commands.DiffCommand;
import gongkai.cli.commands.ExplainCommand;
import gongkai.cli.commands.ImportCommand;
import gongkai.cli.commands.ManualCommand;
import gongkai.cli.commands.ProbeCommand;
import gongkai.cli.commands.TrendCommand;
import gongkai.cli.commands.WaiversCommand;
import gongkai.message.Lang;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: reads the command line, runs one command, turns what it says into an exit code. */
@Command(
    name = "gongkai",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND")
public final class Gongkai {
  private final Console console;

  private Gongkai(Console console) {
    this.console = console;
  }

  /** Every command; a new one is one class in {@code commands} and one line here. */
  private static List<Object> commands(Console console) {
    return List.of(
        new AuditCommand(console),
        new CrawlCommand(console),
        new ProbeCommand(console),
        new DiffCommand(console),
        new ExplainCommand(console),
        new TrendCommand(console),
        new DemoCommand(console), //
        new CatalogueCommand(console), //
        new WaiversCommand(console),
        new CalendarCommand(console),
        new CompletionCommand(console),
        new ManualCommand(console));
  }

  public static void main(String[] arguments) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    // a terminal of Windows has a code page of its own; everything else reads UTF-8, whatever the
    // locale says, or the Chinese of a cron job would be question marks
    Charset charset =
        windows && System.console() != null ? System.console().charset() : StandardCharsets.UTF_8;
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    Lang lang =
        Languages.byLocale(System.getenv(), windows, Locale.getDefault(Locale.Category.DISPLAY));
    System.exit(run(new Console(out, err, lang, Terminal.of(System.getenv())), arguments));
  }

  /** Runs one command line to its exit code; never throws. */
  public static int run(Console console, String... arguments) {
    Languages.asked(arguments).ifPresent(console::ask);
    Errors errors = new Errors(console, List.of(arguments));
    try {
      List<String> whole = ConfigFile.apply(() -> commandLine(console), List.of(arguments));
      Languages.asked(whole.toArray(String[]::new)).ifPresent(console::ask);
      return commandLine(console)
          .setParameterExceptionHandler(errors)
          .setExecutionExceptionHandler(errors)
          .execute(whole.toArray(String[]::new));
    } catch (Failure badConfig) {
      badConfig.messages().forEach(console::error);
      return badConfig.exitCode().code();
    } catch (Error broken) {
      // the JVM would end with 1, which says that a site has gaps
      return errors.defect(broken);
    }
  }

  /** The whole command tree with its help texts in the console's language. */
  static CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new Gongkai(console));
    commands(console).forEach(line::addSubcommand);
    line.getSubcommands().get("catalogue").addSubcommand(new ImportCommand(console));
    Values.register(line);
    return line.setResourceBundle(helpTexts(console.lang()))
        .setUsageHelpLongOptionsMaxWidth(30)
        .setColorScheme(
            Help.defaultColorScheme(console.terminal().colours() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setOut(console.outWriter())
        .setErr(console.errWriter());
  }

  private static ResourceBundle helpTexts(Lang lang) {
    return ResourceBundle.getBundle(
        "gongkai.cli.help",
        Locale.forLanguageTag(lang.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "zh|en")
  private void lang(Lang lang) {
    console.ask(lang);
  }

  @Option(names = "-q", scope = ScopeType.INHERIT)
  private void quiet(boolean asked) {
    loudness(Console.Loudness.QUIET);
  }

  @Option(names = "-v", scope = ScopeType.INHERIT)
  private void verbose(boolean asked) {
    loudness(Console.Loudness.VERBOSE);
  }

  private void loudness(Console.Loudness loudness) {
    console.loudness(loudness);
    Logging.set(loudness);
  }
}
