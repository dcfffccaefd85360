package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.picture.Picture;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.picture.Picture.Why;
import gongkai.site.Kept;
import gongkai.snapshot.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of stored pages by a real Chromium ({@code -Pworld}; Debian: chromium, fonts). */
class PhotographsWorld {
  private static final Photographs.Patience SHORT =
      new Photographs.Patience(
          Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofSeconds(5));
  private static final int GREEN = 0xff008040;
  private static final int RED = 0xffc80000;
  private static final int BLUE = 0xff0000c8;

  /** Path, then what stands in its body. */
  private static final String[][] PAGES = {
    {
      "/plain.html",
      "<link rel=stylesheet href=/style.css><link rel=icon href=/sign.ico>"
          + "<link rel=stylesheet href=/private/other.css><h1>关于公开的通知</h1>"
          + "<img src=/box.png style='position:absolute;left:600px;top:300px'>"
          + "<script>fetch('/count', {method: 'POST', body: 'a=1'}).catch(function () {});"
          + "fetch('http://127.0.0.2:9/leak').catch(function () {});</script>"
    },
    {
      "/leads-on.html",
      "<body style='background:rgb(0,0,200)'><script>setTimeout("
          + "function () { location.href = '/elsewhere.html'; }, 0);</script>"
    },
    {"/greets.html", "<script>alert('欢迎');</script><body style='background:rgb(0,0,200)'>"},
    {"/tall.html", "<body style='margin:0;background:rgb(0,0,200)'><div style='height:20000px'>"},
    {"/person.html", "<p>张三，身份证号11010519491231002X，拟补贴3000元。</p>"},
    {"/framed.html", "<iframe src=/person.html width=900 height=400></iframe>"},
    {
      "/restless.html",
      "<script>setInterval(function () { fetch('/now?' + Math.random()).catch(function () {}); },"
          + " 100);</script>"
    },
  };

  private static final Optional<Path> CHROMIUM = Browser.find();

  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() throws IOException {
    site = new Trial(folder.resolve("first"));
    assertThat(CHROMIUM).as("Chromium is installed").isPresent();
    StringBuilder list = new StringBuilder("<title>列表</title><ul>");
    for (String[] page : PAGES) {
      site.page(page[0], html(page));
      list.append("<li><a href=" + page[0] + ">关于" + page[0] + "的通知</a><span>2026-03-05</span>");
    }
    site.page("/", list.append("</ul>").toString())
        .page("/elsewhere.html", "<body style='background:rgb(200,0,0)'>别处")
        .answer("/style.css", css("body{background:rgb(0,128,64)}"))
        .answer("/private/other.css", css("body{background:rgb(200,0,0)}"))
        .answer("/box.png", aResponse().withHeader("Content-Type", "image/png").withBody(box()))
        .answer(
            "/robots.txt",
            aResponse()
                .withHeader("Content-Type", "text/plain")
                .withBody("User-agent: *\nDisallow: /private/\n"));
    site.everything = true;
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder css(String text) {
    return aResponse().withHeader("Content-Type", "text/css").withBody(text);
  }

  /** A red box of 100 by 100. */
  private static byte[] box() throws IOException {
    BufferedImage box = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 10_000; i++) {
      box.setRGB(i % 100, i / 100, RED);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(box, "png", png);
    return png.toByteArray();
  }

  private static String html(String[] page) {
    return "<!DOCTYPE html><html><head><title>关于" + page[0] + "的通知</title>" + page[1];
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** Where every page is kept. */
  private Map<String, Kept> kept() {
    Map<String, Kept> kept = new TreeMap<>();
    site.stored()
        .forEach((path, a) -> kept.put(path, new Kept(a.sha256(), a.place(), a.fetchedAt())));
    return kept;
  }

  /** Without a browser: pages are stored as they were served. */
  private void crawl() {
    site.browser = Optional.empty();
    site.crawlAsPrograms();
    site.browser = CHROMIUM;
  }

  private void take(String... paths) throws IOException {
    Map<String, Kept> kept = kept();
    List<Kept> wanted = new ArrayList<>();
    for (String path : paths) {
      assertThat(kept).containsKey(path);
      wanted.add(kept.get(path));
    }
    Photographs.take(site.order(site.url("/")), wanted, SHORT);
  }

  private Picture picture(String path) {
    return site.snapshot().pictures().byPage().get(kept().get(path).place());
  }

  private BufferedImage image(String path) throws Exception {
    assertThat(picture(path)).isInstanceOf(Taken.class);
    Taken taken = (Taken) picture(path);
    byte[] png = site.snapshot().picture(taken);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png)))
        .isEqualTo(taken.sha256());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(taken.width()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(taken.height());
    return image;
  }

  @Test
  void aPageIsShownAsItWasStoredWithItsStyleAndImages() throws Exception {
    crawl();
    site.page("/plain.html", "<body style='background:rgb(200,0,0)'>改过了");
    site.server().resetRequests();
    take("/plain.html");
    BufferedImage image = image("/plain.html");
    assertThat(image.getRGB(1200, 900)).isEqualTo(GREEN);
    assertThat(image.getRGB(650, 350)).isEqualTo(RED);
    assertThat(dark(image)).as("the heading is painted").isGreaterThan(500);
    // neither the page again, nor what robots.txt forbids, a form, another host, a window's sign
    assertThat(site.asked()).containsExactlyInAnyOrder("/style.css", "/box.png");
    assertThat(site.server().getAllServeEvents())
        .allMatch(e -> "gongkai-test".equals(e.getRequest().getHeader("User-Agent")));
    assertThat(((Taken) picture("/plain.html")).missing()).isEqualTo(3);
  }

  private static int dark(BufferedImage image) {
    int dark = 0;
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        dark += (rgb >> 8 & 0xff) < 40 && (rgb >> 16 & 0xff) < 40 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void aPageStaysWhereItIsAndAsksNobody() throws Exception {
    crawl();
    take("/leads-on.html");
    assertThat(image("/leads-on.html").getRGB(600, 600)).isEqualTo(BLUE);
  }

  @Test
  void aPageThatGreetsItsReaderIsAnswered() throws Exception {
    crawl();
    take("/greets.html");
    assertThat(image("/greets.html").getRGB(600, 600)).isEqualTo(BLUE);
  }

  @Test
  void aTallPageIsCutAndSaysSo() throws Exception {
    crawl();
    take("/tall.html");
    BufferedImage image = image("/tall.html");
    assertThat(image.getHeight()).isEqualTo(8000);
    assertThat(image.getRGB(600, 7990)).isEqualTo(BLUE);
    Taken taken = (Taken) picture("/tall.html");
    assertThat(taken.cut()).isTrue();
    assertThat(taken.whole()).isEqualTo(20_000);
  }

  @Test
  void personalNumbersAreNotPictured() throws Exception {
    crawl();
    take("/person.html", "/framed.html");
    assertThat(picture("/person.html")).isEqualTo(new NotTaken(Why.PERSONAL_NUMBERS, ""));
    assertThat(picture("/framed.html")).isEqualTo(new NotTaken(Why.PERSONAL_NUMBERS, ""));
  }

  @Test
  void aFailureIsAValueAndTheNextPageIsPictured() throws Exception {
    crawl();
    take("/restless.html", "/plain.html");
    assertThat(picture("/restless.html"))
        .isEqualTo(new NotTaken(Why.FAILED, "the page did not come to rest"));
    assertThat(picture("/plain.html")).isInstanceOf(Taken.class);
  }

  @Test
  void aBrowserThatDoesNotStartIsSaidOfEveryPage() throws Exception {
    crawl();
    Path broken = Files.writeString(folder.resolve("broken"), "#!/bin/sh\necho no display >&2\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    site.browser = Optional.of(broken);
    take("/plain.html", "/tall.html");
    for (String path : List.of("/plain.html", "/tall.html")) {
      NotTaken none = (NotTaken) picture(path);
      assertThat(none.why()).isEqualTo(Why.FAILED);
      assertThat(none.detail()).contains("no display");
    }
  }

  /** Without such letters every word would be a row of boxes. */
  @Test
  void aMachineWithoutChineseLettersTakesNone() throws Exception {
    crawl();
    Path fonts =
        Files.writeString(
            folder.resolve("fonts.conf"),
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
                + Files.createDirectory(folder.resolve("none"))
                + "</dir></fontconfig>");
    Path bare =
        Files.writeString(
            folder.resolve("bare"),
            "#!/bin/sh\nFONTCONFIG_FILE=" + fonts + " exec " + CHROMIUM.get() + " \"$@\"\n");
    assertThat(bare.toFile().setExecutable(true)).isTrue();
    site.browser = Optional.of(bare);
    take("/plain.html");
    assertThat(picture("/plain.html")).isEqualTo(new NotTaken(Why.NO_FONT, ""));
  }

  @Test
  void picturesChangeNothingElseInTheSnapshotAndAreTakenOnce() throws Exception {
    crawl();
    Map<String, Answer> before = site.stored();
    List<String> unread = site.unread();
    take("/plain.html", "/tall.html");
    assertThat(site.snapshot().info().complete()).isTrue();
    assertThat(site.snapshot().pictures().asked()).isTrue();
    assertThat(site.unread()).isEqualTo(unread);
    assertThat(site.stored()).usingRecursiveComparison().isEqualTo(before);
    String digest = site.snapshot().digest();
    take("/plain.html", "/tall.html");
    assertThat(site.snapshot().digest()).isEqualTo(digest);
    // a resumed crawl keeps them
    Taken taken = (Taken) picture("/plain.html");
    site.resume = true;
    crawl();
    take("/plain.html", "/tall.html");
    assertThat(picture("/plain.html")).isEqualTo(taken);
  }

  @Test
  void anUpdateKeepsThePicturesOfWhatIsStillTheSame() throws Exception {
    crawl();
    take("/plain.html", "/tall.html");
    Taken first = (Taken) picture("/plain.html");
    site.page("/tall.html", "<title>改</title><body style='background:rgb(200,0,0)'>改过了");
    site.update = Optional.of(site.folder());
    site.folder(folder.resolve("second"));
    crawl();
    assertThat(site.snapshot().pictures().byPage()).isEmpty();
    site.server().resetRequests();
    take("/plain.html");
    assertThat(site.asked()).as("it is no new picture").isEmpty();
    Taken kept = (Taken) picture("/plain.html");
    assertThat(kept).usingRecursiveComparison().ignoringFields("place").isEqualTo(first);
    assertThat(image("/plain.html").getRGB(1200, 900)).isEqualTo(GREEN);
  }
}
