package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.crawl.CrawlListener;
import gongkai.message.Message;
import gongkai.snapshot.Access;
import gongkai.snapshot.Unread;
import java.time.Duration;
import java.util.OptionalDouble;

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
    boolean terminal = wish.equals("auto") && console.terminal().err();
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

  /** One line that rewrites itself. */
  private static final class Line extends Progress {
    private static final long OFTEN = Duration.ofMillis(100).toNanos();

    /** From so many pages on the rate means something. */
    private static final int ENOUGH = 3;

    private final Console console;
    private final long began = System.nanoTime();
    private long drawn;
    private int first = -1;
    private int stored;
    private int waiting;
    private int failed;
    private boolean ended;

    Line(Console console) {
      this.console = console;
    }

    @Override
    public synchronized void read(String url, int status, int stored, int waiting) {
      if (first < 0) {
        first = stored - 1;
      }
      this.stored = stored;
      this.waiting = waiting;
      draw(url, false);
    }

    @Override
    public synchronized void unread(Unread unread) {
      if (unread.why() == Unread.Why.FAILED) {
        failed++;
      }
    }

    @Override
    public synchronized void paused(String host, Duration pause, String reason) {
      if (pause.toMillis() < 1000) {
        return;
      }
      double seconds = pause.toMillis() / 1000.0;
      draw(Message.of("crawl.paused", host, seconds, reason).in(console.lang()), true);
    }

    private void draw(String now, boolean atOnce) {
      long time = System.nanoTime();
      if (ended || !atOnce && drawn > 0 && time - drawn < OFTEN) {
        return;
      }
      drawn = time;
      int read = stored - first;
      OptionalDouble each =
          first < 0 || read < ENOUGH
              ? OptionalDouble.empty()
              : OptionalDouble.of((time - began) / 1e9 / read);
      console
          .err()
          .print(
              "\r"
                  + ProgressLine.of(
                      console.terminal().columns(),
                      stored,
                      waiting,
                      each,
                      failed,
                      now,
                      console.lang()));
      console.err().flush();
    }

    @Override
    synchronized void end() {
      if (drawn > 0 && !ended) {
        console.err().println();
      }
      ended = true;
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
            Message.of(
                "crawl.line",
                stored,
                waiting,
                ProgressLine.clock((long) (seconds * waiting)),
                url));
      } else if (console.loudness() == Console.Loudness.VERBOSE) {
        console.note(Message.of("crawl.page", status, url));
      }
    }

    @Override
    public void unread(Unread unread) {
      boolean failed = unread.why() == Unread.Why.FAILED;
      if (failed || console.loudness() == Console.Loudness.VERBOSE) {
        console.note(
            Message.of(
                "crawl.unread",
                Message.of("report.why-" + unread.why().code()),
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
