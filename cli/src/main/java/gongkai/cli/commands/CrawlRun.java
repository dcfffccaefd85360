package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.cli.OutClaim;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.crawl.CrawlListener;
import gongkai.cli.crawl.Crawler;
import gongkai.message.Message;
import gongkai.notice.Masking;
import gongkai.notice.PersonalNumbers;
import gongkai.snapshot.Access;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A crawl as a command makes it: with a progress line, stopped cleanly by a signal, and with the
 * command that goes on with it in every message about an end before its time.
 */
final class CrawlRun {
  private static final int SECONDS_TO_STOP = 10;

  private CrawlRun() {}

  /**
   * Crawls; what was cut is said on stderr.
   *
   * @param arguments of this run, from which the command to resume is made
   * @throws Failure when the snapshot cannot be written; does not return after a signal
   */
  static Crawl.Outcome run(
      Console console,
      CrawlOptions options,
      Crawl.Options order,
      DecisiveFetch policy,
      List<String> arguments,
      Path out) {
    String resume = order.plan() ? command(arguments) : resumeCommand(arguments, out);
    CountDownLatch said = new CountDownLatch(1);
    Progress progress = Progress.of(console, options.progress());
    try {
      Thread hook =
          new Thread(
              () -> {
                progress.requestStop();
                await(said);
              });
      Runtime.getRuntime().addShutdownHook(hook);
      Cuts cuts = new Cuts();
      Crawl.Outcome outcome = Crawler.run(order, policy, new Both(progress, cuts), policy.reader());
      if (outcome.stopped()) {
        progress.end();
        console.error(
            order.plan()
                ? Message.of("plan.interrupted", resume)
                : Message.of("crawl.interrupted", outcome.pages(), resume));
        said.countDown();
        // the signal decides the exit code: wait for the machine to end
        await(new CountDownLatch(1));
      }
      Runtime.getRuntime().removeShutdownHook(hook);
      progress.end();
      cuts.say(console);
      return outcome;
    } catch (IOException e) {
      List<Message> messages = new ArrayList<>(OutClaim.unwritable(out, e).messages());
      messages.add(Message.of("crawl.kept", resume));
      throw new Failure(ExitCode.DEFECT, messages);
    } finally {
      progress.end();
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same command once more, with {@code --resume} and the folder. */
  static String resumeCommand(List<String> arguments, Path out) {
    List<String> words = new ArrayList<>(List.of("gongkai"));
    arguments.stream().filter(w -> !w.equals("--overwrite")).forEach(words::add);
    if (arguments.stream().noneMatch(w -> w.equals("--out") || w.startsWith("--out="))) {
      words.add("--out");
      words.add(out.toString());
    }
    if (!arguments.contains("--resume")) {
      words.add("--resume");
    }
    return command(words.subList(1, words.size()));
  }

  private static String command(List<String> arguments) {
    return Stream.concat(Stream.of("gongkai"), arguments.stream())
        .map(CrawlRun::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}_./:=@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Two listeners as one; neither is told the number of a person. */
  private record Both(Progress progress, Cuts cuts) implements CrawlListener {
    @Override
    public void read(String url, int status, int stored, int waiting) {
      progress.read(PersonalNumbers.masked(url), status, stored, waiting);
    }

    @Override
    public void unread(Unread unread) {
      Unread shown = Masking.of(unread);
      progress.unread(shown);
      cuts.unread(shown);
    }

    @Override
    public boolean stop() {
      return progress.stop();
    }

    @Override
    public void paused(String host, java.time.Duration pause, String reason) {
      progress.paused(host, pause, reason);
    }
  }

  /** Counts what was cut, by what cut it. */
  private static final class Cuts implements CrawlListener {
    private final Map<Unread.Why, List<Unread>> cuts = new TreeMap<>();
    private final Map<Access, List<Unread>> barred = new TreeMap<>();

    @Override
    public void unread(Unread unread) {
      if (unread.access().isPresent()) {
        barred.computeIfAbsent(unread.access().get(), a -> new ArrayList<>()).add(unread);
      } else if (unread.why().cut()) {
        cuts.computeIfAbsent(unread.why(), w -> new ArrayList<>()).add(unread);
      }
    }

    void say(Console console) {
      barred.forEach(
          (access, unread) ->
              console.note(
                  Message.of(
                      "crawl.barred",
                      unread.size(),
                      access.words(),
                      unread.get(0).request().url(),
                      unread.get(0).detail())));
      cuts.forEach(
          (why, unread) -> {
            Unread one = unread.get(0);
            console.note(
                why.limit()
                    ? Message.of(
                        "crawl.cutByLimit", "--" + one.detail(), unread.size(), one.request().url())
                    : Message.of(
                        "crawl.cut." + why, unread.size(), one.request().url(), one.detail()));
          });
    }
  }
}
