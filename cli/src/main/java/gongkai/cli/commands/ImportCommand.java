package gongkai.cli.commands;

import gongkai.catalogue.CatalogueReader;
import gongkai.catalogue.table.CatalogueImport;
import gongkai.catalogue.table.Hint;
import gongkai.catalogue.table.Published;
import gongkai.catalogue.table.RepairsReader;
import gongkai.catalogue.table.RuleFileText;
import gongkai.catalogue.table.Warning;
import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.Crawl;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai catalogue import}: a published catalogue becomes an editable rule file. */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
  /** Redirects of the one file and of robots.txt. */
  private static final int MOST_ANSWERS = 20;

  private final Console console;

  @Parameters(paramLabel = "FILE|ADDRESS", descriptionKey = "catalogue.published")
  private String from;

  @Option(names = "--out", paramLabel = "FILE|DIR")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Option(names = "--bureau", paramLabel = "NAME")
  private Optional<String> bureau = Optional.empty();

  @Option(names = "--repairs", paramLabel = "FILE|NAME")
  private Optional<String> repairs = Optional.empty();

  @Option(names = "--strict")
  private boolean strict;

  @Mixin private RequestOptions requests = new RequestOptions();

  public ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    List<Hint> hints =
        problems.of(() -> repairs.map(ImportCommand::hints).orElse(List.of())).orElse(List.of());
    Optional<Crawl.Options> order = problems.of(this::order);
    problems.refuse();
    PublishedFile file =
        PublishedFile.isAddress(from)
            ? PublishedFile.fetch(order.orElseThrow())
            : PublishedFile.read(from);
    Path target = target(file);
    Published published = RuleFiles.sound(CatalogueImport.read(file.name(), file.tables(), hints));
    Optional<String> name = bureau.or(published::bureau);
    RuleFileText.Written written =
        RuleFileText.write(file.shown(), name, published, console.fileLang());
    mustBeSound(written.text());
    List<Warning> warnings = new ArrayList<>(published.warnings());
    warnings.addAll(written.warnings());
    say(file, warnings);
    if (name.isEmpty()) {
      console.note(Message.of("import.noBureau"));
    }
    WholeFile.write(target, written.text().getBytes(StandardCharsets.UTF_8));
    console.print(
        Message.of(
            "import.done", published.items().size(), written.requirements(), warnings.size()));
    console.print(target.toString());
    return ExitCode.OK.code();
  }

  private static List<Hint> hints(String nameOrFile) {
    return RuleFiles.sound(RepairsReader.read(RuleFiles.repairs(nameOrFile)));
  }

  private Crawl.Options order() {
    requests.check();
    return new Crawl.Options(
        PublishedFile.isAddress(from) ? SiteOptions.address("FILE|ADDRESS", from) : "",
        List.of(),
        List.of(),
        Path.of(""),
        false,
        Optional.empty(),
        false,
        false,
        requests.manners(2, 1, Optional.empty()),
        requests.limits(MOST_ANSWERS, 0, Optional.empty()));
  }

  /** The file to write, which must not be there yet. */
  private Path target(PublishedFile file) {
    Path wanted = out.orElse(Path.of(file.stem() + ".yaml"));
    boolean folder = Files.isDirectory(wanted) || !wanted.toString().matches("(?i).*\\.ya?ml");
    Path target = folder ? wanted.resolve("catalogue.yaml") : wanted;
    WholeFile.free(target, overwrite);
    return target;
  }

  /** Every warning; with --strict they are what is wrong. */
  private void say(PublishedFile file, List<Warning> warnings) {
    List<Message> messages =
        warnings.stream()
            .map(w -> Message.of("import.warning", file.shown(), w.message()))
            .toList();
    if (strict && !messages.isEmpty()) {
      List<Message> all = new ArrayList<>(messages);
      all.add(Message.of("import.strict", messages.size()));
      throw new Failure(ExitCode.USAGE, all);
    }
    messages.forEach(console::note);
  }

  /** What cannot be read back is a defect of ours, and no file for the user. */
  private static void mustBeSound(String text) {
    Reading<?> back = CatalogueReader.read("import", List.of(Source.of("import.yaml", text)));
    if (back instanceof Reading.Refused<?> refused) {
      throw new IllegalStateException("the rule file is unsound: " + refused.complaints().get(0));
    }
  }
}
