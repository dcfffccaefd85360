package gongkai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program takes pictures of what shows a violation ({@code -Pworld}; Debian: chromium,
 * fonts-noto-cjk).
 */
class PicturesWorld {
  private static final String LATE =
      "/channel_l_sfhsrsjchannel20200309855252011310732/doc_69b90627dcf821390cca3456.html";
  private static final int GREEN = 0xff008040;
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private Path folder;
  private final FixtureServer server = FixtureServer.start(SITE, "", List.of());

  @AfterEach
  void stop() {
    server.close();
  }

  private Run audit(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("audit", "--out", out));
    arguments.addAll(List.of("--as-of", "2026-10-31", "--since", "2025-10-31"));
    arguments.addAll(List.of("--rate", "0", "--progress", "none"));
    arguments.addAll(Arrays.asList(more));
    Run run = Program.run(folder, arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    return run;
  }

  private byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  private Set<String> files(String out) throws IOException {
    Path root = folder.resolve(out);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> root.relativize(f).toString())
          .filter(f -> !f.startsWith("snapshot") && !f.equals(".lock"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** What {@code audit.json} says of the pictures of its violations. */
  private List<JsonNode> shown(String out) throws IOException {
    List<JsonNode> shown = new ArrayList<>();
    for (JsonNode r : new ObjectMapper().readTree(read(out + "/audit.json")).get("requirements")) {
      for (JsonNode f : r.get("findings")) {
        boolean violation = f.get("severity").asText().equals("violation");
        assertThat(f.get("pictures").isNull()).isEqualTo(!violation);
        f.get("pictures").forEach(shown::add);
      }
    }
    return shown;
  }

  private void green() {
    String page = new String(SITE.resources().get(LATE).bytes(), StandardCharsets.UTF_8);
    assertThat(page).contains("</head>");
    stub(LATE, "text/html", page.replace("</head>", "<link rel=stylesheet href=/g.css></head>"));
    stub("/g.css", "text/css", "body{background:rgb(0,128,64)}");
  }

  private void stub(String path, String type, String body) {
    server
        .wireMock()
        .stubFor(
            any(urlEqualTo(path))
                .atPriority(1)
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", type)
                        .withBody(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static int dark(BufferedImage image) {
    int dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) & 0xffffff) == 0 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void everyViolationIsShownAndJudgingOfflineGivesTheSameBytes() throws Exception {
    green();
    Run run = audit("first", server.startUrl(), "--render", "--lang", "zh");
    assertThat(run.err()).doesNotContain("没有截图");
    List<JsonNode> shown = shown("first");
    assertThat(shown).hasSizeGreaterThan(10);
    Set<String> named = new HashSet<>();
    for (JsonNode picture : shown) {
      String file = picture.get("file").asText();
      named.add(file);
      byte[] png = read("first/" + file);
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png)))
          .isEqualTo(picture.get("sha256").asText());
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      assertThat(image.getWidth()).isEqualTo(1280).isEqualTo(picture.get("width").asInt());
      assertThat(image.getHeight()).isEqualTo(picture.get("height").asInt());
      assertThat(dark(image)).as(file + " is not blank").isGreaterThan(1000);
      boolean late = picture.get("url").asText().endsWith(LATE);
      assertThat(image.getRGB(1270, 1000) == GREEN).isEqualTo(late);
      assertThat(picture.get("missing").asInt()).isZero();
    }
    assertThat(shown).anyMatch(p -> p.get("url").asText().endsWith(LATE));
    Set<String> written =
        files("first").stream().filter(f -> f.startsWith("evidence/")).collect(Collectors.toSet());
    assertThat(written).isEqualTo(named);
    assertThat(
            Jsoup.parse(new String(read("first/report.html"), StandardCharsets.UTF_8))
                .select(".gap .pictures a")
                .eachAttr("href"))
        .containsExactlyInAnyOrderElementsOf(
            shown.stream().map(p -> p.get("file").asText()).toList());

    server.forget();
    audit("again", "--snapshot", "first", "--lang", "zh");
    assertThat(server.asked()).isEmpty();
    assertThat(files("again")).isEqualTo(files("first"));
    for (String file : files("first")) {
      assertThat(read("again/" + file)).as(file).isEqualTo(read("first/" + file));
    }

    // a month later: what did not change keeps its picture, what did is shown anew
    stub("/g.css", "text/css", "body{background:rgb(200,0,0)}");
    audit("next", server.startUrl(), "--render", "--update", "first", "--lang", "zh");
    assertThat(server.asked()).doesNotContain("/g.css");
    assertThat(files("next")).isEqualTo(files("first"));
    for (String file : named) {
      assertThat(read("next/" + file)).as(file).isEqualTo(read("first/" + file));
    }

    // judged otherwise: what was not a violation then has no picture, and says so; old ones go
    Files.writeString(folder.resolve("again/evidence/mine.png"), "x");
    Run other =
        Program.run(
            folder,
            "audit",
            "--snapshot",
            "first",
            "--as-of",
            "2026-03-31",
            "--out",
            "again",
            "--overwrite",
            "--progress",
            "none");
    assertThat(other.exit()).as(other.err()).isEqualTo(1);
    Set<String> left = new TreeSet<>(List.of("evidence/mine.png"));
    for (JsonNode picture : shown("again")) {
      assertThat(picture.get("file").isNull()).isEqualTo(!picture.get("reason").isNull());
      if (!picture.get("file").isNull()) {
        left.add(picture.get("file").asText());
      }
    }
    assertThat(files("again")).filteredOn(f -> f.startsWith("evidence/")).hasSameElementsAs(left);
  }
}
