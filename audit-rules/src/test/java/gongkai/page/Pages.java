package gongkai.page;

import gongkai.fixtures.Cases;
import gongkai.snapshot.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers made from the templates of {@code fixtures/cases/templates.csv}. */
final class Pages {
  static final Instant FETCHED = Instant.parse("2026-11-01T04:00:00Z");
  static final String HOST = "http://rsj.donghu.gov.cn";

  private static final Map<String, String> TEMPLATES =
      Cases.read("templates.csv").stream()
          .collect(Collectors.toMap(row -> row.get("name"), row -> row.get("html")));

  private Pages() {}

  static String html(Map<String, String> row) {
    String template = TEMPLATES.get(row.get("template"));
    if (template == null) {
      throw new IllegalStateException("no template " + row.get("template"));
    }
    String html = template;
    for (String slot : new String[] {"meta", "head", "text", "tail"}) {
      html = html.replace("{" + slot + "}", row.getOrDefault(slot, ""));
    }
    return html;
  }

  static PageFacts read(Map<String, String> row) {
    String path = row.getOrDefault("url", "");
    return read(html(row), path.isEmpty() ? "/zwgk/view.jsp" : path);
  }

  static PageFacts read(String html, String path) {
    return read(html.getBytes(StandardCharsets.UTF_8), "text/html", path);
  }

  static PageFacts read(String html, Charset charset, String path) {
    return read(html.getBytes(charset), "text/html", path);
  }

  static PageFacts read(String html, String path, Optional<String> form) {
    return read(
        html.getBytes(StandardCharsets.UTF_8), "text/html", new PageRequest(HOST + path, form));
  }

  static PageFacts read(byte[] body, String type, String path) {
    return read(body, type, PageRequest.get(HOST + path));
  }

  private static PageFacts read(byte[] body, String type, PageRequest request) {
    return PageReader.read(
        new Answer(request, 200, type, Optional.empty(), body, false, FETCHED, "", ""));
  }
}
