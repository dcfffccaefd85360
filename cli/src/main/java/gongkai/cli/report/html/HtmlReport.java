package gongkai.cli.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gongkai.AuditResult;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * {@code report.html}: one file, no outside resource, works without scripts and on paper.
 *
 * <p>The templates stand in {@code src/main/jte} and are compiled with the program; every text is
 * escaped for the place it stands in. A content policy in the page lets nothing run but our own
 * script, known by its hash, and nothing load at all.
 */
public final class HtmlReport {
  static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlReport.class.getClassLoader(), "gongkai.cli.report.jte");

  private HtmlReport() {}

  /** The page in one language. */
  public static byte[] bytes(AuditResult audit, Lang lang, String version) {
    ReportView view = new ReportView(audit, lang, version);
    String script = resource("report.js");
    StringOutput html = new StringOutput();
    TEMPLATES.render(
        "report.jte",
        Map.of(
            "view",
            view,
            "css",
            resource("report.css") + paper(view),
            "script",
            script,
            "policy",
            policy(script)),
        html);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String policy(String script) {
    return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
        + sha256(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /** The head that repeats on every sheet: bureau and window left, page number right. */
  private static String paper(ReportView view) {
    String head =
        view.words()
            .t(
                "paper-head",
                view.audit().catalogue().bureau(),
                view.audit().since().plusDays(1),
                view.audit().asOf());
    return paper(head);
  }

  /** A head that repeats on every sheet, and the page number. */
  static String paper(String head) {
    return "@page{@top-left{content:"
        + cssString(head)
        + "}@top-right{content:counter(page) \" / \" counter(pages)}}\n";
  }

  /** A CSS string in which every character beyond letters and digits is escaped. */
  static String cssString(String text) {
    StringBuilder css = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c < 128 && Character.isLetterOrDigit(c)) {
                css.append((char) c);
              } else {
                css.append('\\').append(Integer.toHexString(c)).append(' ');
              }
            });
    return css.append('"').toString();
  }

  private static String sha256(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
