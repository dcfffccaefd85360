package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.OutClaim;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.message.Message;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code --plan}: says how many requests would be made and how long they take, and stops. The
 * number rests on navigation and listings, so these are read, and nothing of them is kept.
 *
 * <p>What is read may make more be read, and an attachment is known only from its article: the
 * number is a little too small rather than too large.
 */
final class Plan {
  private final Console console;
  private final CrawlOptions options;
  private final DecisiveFetch policy;
  private final List<String> arguments;

  Plan(Console console, CrawlOptions options, DecisiveFetch policy, List<String> arguments) {
    this.console = console;
    this.options = options;
    this.policy = policy;
    this.arguments = List.copyOf(arguments);
  }

  /** Reads navigation and listings of the site. */
  ExitCode ofSite(Crawl.Options order) {
    Path folder = temporary();
    try {
      Crawl.Options surveyed =
          new Crawl.Options(
              order.start(),
              order.seeds(),
              order.allowedHosts(),
              folder,
              false,
              order.update(),
              order.everything(),
              true,
              order.manners(),
              order.limits());
      Crawl.Outcome outcome = CrawlRun.run(console, options, surveyed, policy, arguments, folder);
      if (!outcome.startRead()) {
        console.error(Message.of("crawl.noStart", order.start()));
        return ExitCode.INCOMPLETE;
      }
      say(outcome.asked(), outcome.planned(), outcome.pace());
      return ExitCode.OK;
    } finally {
      remove(folder);
    }
  }

  /** Of a snapshot: what a crawl of the same site would still read. */
  ExitCode ofSnapshot(WarcSnapshot snapshot) {
    Set<String> listed =
        snapshot.unread().stream()
            .filter(u -> u.why() == Unread.Why.NOT_DECISIVE)
            .map(u -> u.request().key())
            .collect(Collectors.toSet());
    int more = (listed.isEmpty() ? listed : policy.decisive(snapshot, listed)).size();
    say(0, more, options.pace());
    return ExitCode.OK;
  }

  private void say(int asked, int planned, Duration pace) {
    int all = asked + planned;
    console.print(Message.of("plan.survey", asked));
    console.print(Message.of("plan.articles", planned));
    console.print(Message.of("plan.requests", all));
    long seconds = pace.multipliedBy(all).toSeconds();
    console.print(
        pace.isZero()
            ? Message.of("plan.noRate")
            : Message.of("plan.time", String.valueOf(1 + seconds / 60), perSecond(pace)));
  }

  private static String perSecond(Duration pace) {
    double rate = Math.round(1e11 / pace.toNanos()) / 100.0;
    return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("gongkai-plan");
    } catch (IOException e) {
      throw OutClaim.unwritable(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw OutClaim.unwritable(folder, e);
    }
  }
}
