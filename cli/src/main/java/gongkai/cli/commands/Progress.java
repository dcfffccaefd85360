package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.crawl.CrawlListener;
import gongkai.message.Message;
import gongkai.snapshot.Access;
import gongkai.snapshot.Unread;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How a crawl shows what it does; every form writes to stderr only. */
abstract class Progress implements CrawlListener {
  private volatile boolean stop;

  /**
   * A line that rewrites itself on a terminal, log lines elsewhere, nothing.
   *
   * @param wish {@code auto}, {@code plain} or {@code none}; {@code -q} is none
   */
  static Progress of(Console console, String wish) {
    if (wish.equals("none") || console.loudness() == Console.Loudness.QUIET) {
      return new Silent();
    }
    boolean terminal = wish.equals("auto") && System.console() != null;
    return terminal ? new Line(console) : new Lines(console);
  }

  void requestStop() {
    stop = true;
  }

  @Override
  public boolean stop() {
    return stop;
  }

  /** Nothing more is shown; a second call does nothing. */
  void end() {}

  private static final class Silent extends Progress {}

  /** One line: how many, how fast, how long still, which page. */
  private static final class Line extends Progress {
    private static final int WIDTH = 50;

    private final ProgressBar bar;

    Line(Console console) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(Message.of("crawl.task").in(console.lang()))
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(console.err()))
              .setUpdateIntervalMillis(250)
              .showSpeed()
              .setInitialMax(1)
              .build();
    }

    @Override
    public void read(String url, int status, int stored, int waiting) {
      bar.maxHint(stored + waiting);
      bar.stepTo(stored);
      bar.setExtraMessage(" " + url.substring(Math.max(0, url.length() - WIDTH)));
    }

    @Override
    void end() {
      bar.close();
    }
  }

  /** A line now and then, for logs. */
  private static final class Lines extends Progress {
    private static final int EVERY = 100;
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    private final Console console;
    private final long began = System.nanoTime();
    private long last = began;
    private int first = -1;

    Lines(Console console) {
      this.console = console;
    }

    @Override
    public void read(String url, int status, int stored, int waiting) {
      if (first < 0) {
        first = stored - 1;
      }
      long now = System.nanoTime();
      boolean due = now - last >= AT_LEAST.toNanos();
      if (stored % EVERY == 0 || stored == 1 || due) {
        last = now;
        double seconds = (now - began) / 1e9 / Math.max(1, stored - first);
        console.note(
            Message.of("crawl.line", stored, waiting, clock((long) (seconds * waiting)), url));
      } else if (console.loudness() == Console.Loudness.VERBOSE) {
        console.note(Message.of("crawl.page", status, url));
      }
    }

    private static String clock(long seconds) {
      return String.format(
          java.util.Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void unread(Unread unread) {
      boolean failed = unread.why() == Unread.Why.FAILED;
      if (failed || console.loudness() == Console.Loudness.VERBOSE) {
        console.note(
            Message.of(
                "crawl.unread",
                unread.why(),
                unread.request().url(),
                Access.inWords(unread.detail())));
      }
    }

    @Override
    public void paused(String host, Duration pause, String reason) {
      console.note(Message.of("crawl.paused", host, pause.toMillis() / 1000.0, reason));
    }
  }
}
