package gongkai.cli.crawl;

import gongkai.cli.snapshot.Exchange;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.cli.snapshot.WarcStore;
import gongkai.notice.PersonalNumbers;
import gongkai.page.PageRequest;
import gongkai.picture.Picture;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.picture.Picture.Why;
import gongkai.picture.Pictures;
import gongkai.site.Kept;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Takes pictures of stored pages (截图取证, {@code --render}) and adds them to the snapshot. A page is
 * shown as it was stored, not asked for again. That one could not be taken is a record too: nothing
 * that happens here changes a verdict.
 */
public final class Photographs implements AutoCloseable {
  private static final Browser.Size SIZE = new Browser.Size(1280, 1024, 8000);

  /** More pages than an inspector looks at, and some hundred megabytes. */
  private static final int MOST = 200;

  /** A browser that fails so often in a row will not do better. */
  private static final int FAILURES = 5;

  private final Path program;
  private final WarcStore store;
  private final Patience patience;
  private final Earlier earlier;
  private final Set<String> rendered = new HashSet<>();
  private final PictureSupply supply;
  private final long deadline;
  private volatile Optional<Browser> browser = Optional.empty();
  private volatile boolean ending;

  /** A signal ends the browser too. */
  private final Thread kill =
      new Thread(
          () -> {
            ending = true;
            browser.ifPresent(Browser::kill);
          });

  private Optional<NotTaken> hopeless = Optional.empty();
  private int failures;
  private int taken;

  /**
   * How long may be waited.
   *
   * @param all for all pictures
   * @param one for one page until it has come to rest
   * @param supplied after which a page gets nothing any more, so that it comes to rest
   */
  record Patience(Duration all, Duration one, Duration supplied) {
    /** A page with its images, at two requests a second. */
    static final Patience USUAL =
        new Patience(Duration.ofMinutes(30), Duration.ofSeconds(70), Duration.ofSeconds(40));
  }

  private Photographs(
      Crawl.Options order, WarcSnapshot snapshot, WarcStore store, Patience patience)
      throws IOException {
    this.program = order.manners().browser().orElseThrow();
    this.store = store;
    this.patience = patience;
    this.deadline = System.nanoTime() + patience.all().toNanos();
    this.earlier = Earlier.of(order.update());
    Map<String, String> pages = new HashMap<>();
    snapshot.forEach(
        (answer, role) -> {
          if (role == Exchange.Role.PAGE) {
            pages.put(WarcSnapshot.exactly(answer.request()), answer.place());
          } else if (role == Exchange.Role.RENDERED) {
            rendered.add(answer.place());
          }
        });
    this.supply = new PictureSupply(order, snapshot, pages);
    Runtime.getRuntime().addShutdownHook(kill);
  }

  /**
   * Takes the pictures that a snapshot lacks.
   *
   * @param order of the crawl that took the snapshot, with a browser
   * @param wanted where the pages are kept
   * @throws IOException when the snapshot cannot be written; a {@link
   *     java.nio.file.FileSystemException} names the file
   */
  public static void take(Crawl.Options order, List<Kept> wanted) throws IOException {
    take(order, wanted, Patience.USUAL);
  }

  static void take(Crawl.Options order, List<Kept> wanted, Patience patience) throws IOException {
    WarcSnapshot snapshot = WarcSnapshot.open(order.snapshot());
    Pictures there = snapshot.pictures();
    List<Kept> lacking =
        wanted.stream().filter(p -> !(there.byPage().get(p.place()) instanceof Taken)).toList();
    if (lacking.isEmpty() && there.asked()) {
      return;
    }
    try (WarcStore store = WarcStore.append(order.snapshot());
        Photographs photographs = new Photographs(order, snapshot, store, patience)) {
      for (Kept page : lacking) {
        photographs.take(snapshot.at(page.place(), Optional.empty()));
      }
      store.endPictures(order.start());
    }
  }

  /** The pictures of an earlier snapshot; a page that is still the same keeps its own. */
  private record Earlier(Optional<WarcSnapshot> file, Map<List<String>, Taken> pictures) {
    static Earlier of(Optional<Path> folder) throws IOException {
      Map<List<String>, Taken> pictures = new HashMap<>();
      if (folder.isEmpty()) {
        return new Earlier(Optional.empty(), pictures);
      }
      WarcSnapshot file = WarcSnapshot.open(folder.get());
      file.pictures()
          .byPage()
          .forEach(
              (place, picture) -> {
                if (picture instanceof Taken t) {
                  pictures.put(key(file.at(place, Optional.empty())), t);
                }
              });
      return new Earlier(Optional.of(file), pictures);
    }

    private static List<String> key(Answer page) {
      return List.of(page.request().url(), page.sha256());
    }

    Optional<Taken> of(Answer page) {
      return Optional.ofNullable(pictures.get(key(page)));
    }

    byte[] png(Taken picture) throws IOException {
      return file.orElseThrow().picture(picture);
    }
  }

  private void take(Answer page) throws IOException {
    Optional<Taken> before = earlier.of(page);
    if (before.isPresent()) {
      store.writePicture(page, earlier.png(before.get()), before.get());
      return;
    }
    Optional<NotTaken> refused = refused(page);
    if (refused.isPresent()) {
      store.write(page, refused.get());
      return;
    }
    Shot shot = shot(page);
    if (shot.picture() instanceof Taken facts) {
      store.writePicture(page, shot.png(), facts);
    } else {
      store.write(page, (NotTaken) shot.picture());
    }
  }

  /** What needs no browser to be known. */
  private Optional<NotTaken> refused(Answer page) {
    if (!document(page.contentType().toLowerCase(Locale.ROOT))) {
      return Optional.of(new NotTaken(Why.FILE, ""));
    }
    if (hopeless.isPresent()) {
      return hopeless;
    }
    if (taken >= MOST) {
      return Optional.of(new NotTaken(Why.LIMIT, MOST + " pictures"));
    }
    return deadline - System.nanoTime() <= 0
        ? Optional.of(new NotTaken(Why.LIMIT, Crawl.show(patience.all())))
        : Optional.empty();
  }

  private static boolean document(String type) {
    return type.isBlank()
        || type.contains("html")
        || type.contains("xml")
        || type.startsWith("text/");
  }

  /** What came of one attempt; {@code png} is empty if there is no picture. */
  private record Shot(Picture picture, byte[] png) {
    Shot(Why why, String detail) {
      this(new NotTaken(why, detail), new byte[0]);
    }
  }

  private Shot shot(Answer page) throws IOException {
    taken++;
    try {
      if (browser.isEmpty()) {
        start();
      }
      if (hopeless.isPresent()) {
        return new Shot(hopeless.get(), new byte[0]);
      }
      PictureSupply.ForPage given = supply.forPage(patience.supplied());
      boolean scripts = !rendered.contains(page.place());
      RenderedPage.Photo photo =
          browser.orElseThrow().picture(page, scripts, given, SIZE, patience.one());
      failures = 0;
      return PersonalNumbers.count(photo.text()).none()
          ? new Shot(facts(photo, given.missing()), photo.png())
          : new Shot(Why.PERSONAL_NUMBERS, "");
    } catch (IOException notShown) {
      if (ending) {
        awaitTheEnd();
      }
      String detail = shortly(notShown);
      failures++;
      if (browser.isEmpty() || failures >= FAILURES) {
        hopeless = Optional.of(new NotTaken(Why.FAILED, detail));
      }
      // the next page gets a browser that nothing has happened to
      stop();
      return new Shot(Why.FAILED, detail);
    }
  }

  /** What the signal did to the browser says nothing of the page. */
  private static void awaitTheEnd() throws IOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void start() throws IOException {
    browser = Optional.of(Browser.start(program));
    byte[] nothing = "<!DOCTYPE html><title>.</title>".getBytes(StandardCharsets.UTF_8);
    Answer blank =
        new Answer(
            PageRequest.get("http://blank.invalid/"),
            200,
            "text/html;charset=utf-8",
            Optional.empty(),
            nothing,
            false,
            Instant.EPOCH,
            "",
            "");
    if (!browser.get().writesChinese(blank, patience.one())) {
      hopeless = Optional.of(new NotTaken(Why.NO_FONT, ""));
    }
  }

  private static Taken facts(RenderedPage.Photo photo, int missing) {
    return new Taken(
        sha256(photo.png()),
        photo.width(),
        photo.height(),
        photo.whole(),
        missing,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        "");
  }

  private static String sha256(byte[] png) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One line of what a browser says, without what only its programmers understand. */
  private static String shortly(IOException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    return PersonalNumbers.masked(line.substring(0, Math.min(line.length(), 120)));
  }

  private void stop() throws IOException {
    if (browser.isPresent()) {
      Browser running = browser.get();
      browser = Optional.empty();
      running.close();
    }
  }

  @Override
  public void close() throws IOException {
    supply.close();
    stop();
    Runtime.getRuntime().removeShutdownHook(kill);
  }
}
