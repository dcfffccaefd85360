package gongkai;

import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.fixtures.FixtureSite;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DatedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares an audit with what is true about a fixture site; {@code ?} in the truth means anything.
 */
final class Truth {
  private final FixtureSite site;
  private final AuditResult result;
  private final List<String> misses = new ArrayList<>();

  Truth(FixtureSite site, AuditResult result) {
    this.site = site;
    this.result = result;
  }

  List<String> misses() {
    requirements();
    findings();
    pages();
    notices();
    return misses;
  }

  private void requirements() {
    Map<String, RequirementResult> byId = new HashMap<>();
    result.requirements().forEach(r -> byId.put(r.requirement().id(), r));
    for (Map<String, String> row : site.truth("requirements")) {
      RequirementResult got = byId.get(row.get("requirement_id"));
      String is = got.verdict() + "/" + got.severity().code();
      String expected = row.get("verdict") + "/" + row.get("severity");
      if (!same(row.get("verdict"), got.verdict().name())
          || !same(row.get("severity"), got.severity().code())) {
        misses.add(
            "requirement "
                + row.get("requirement_id")
                + ": expected "
                + expected
                + ", is "
                + is
                + " ("
                + row.get("why")
                + ") "
                + explain(got));
      }
    }
  }

  private static String explain(RequirementResult r) {
    return r.findings().stream()
        .filter(f -> f.verdict() == r.verdict())
        .findFirst()
        .map(f -> f.period() + " " + f.reason().key() + f.reason().arguments() + " " + f.open())
        .orElse("");
  }

  private static boolean same(String expected, String is) {
    return expected.equals("?") || expected.equals(is);
  }

  private void findings() {
    Map<String, List<Finding>> byId = new HashMap<>();
    for (RequirementResult r : result.requirements()) {
      byId.put(r.requirement().id(), new ArrayList<>(r.findings()));
    }
    List<Map<String, String>> unmet = new ArrayList<>(site.truth("findings"));
    unmet.removeIf(
        row -> {
          List<Finding> of = byId.get(row.get("requirement_id"));
          for (Finding f : of) {
            if (matches(row, f)) {
              of.remove(f);
              return true;
            }
          }
          return false;
        });
    unmet.forEach(row -> misses.add("finding not met: " + row));
    byId.forEach(
        (id, rest) ->
            rest.stream()
                .filter(f -> f.verdict().gap())
                .forEach(
                    f ->
                        misses.add(
                            "finding not true: "
                                + id
                                + " "
                                + f.verdict()
                                + "/"
                                + f.severity().code()
                                + " "
                                + f.period()
                                + " trigger "
                                + f.trigger().map(Object::toString).orElse("")
                                + " due "
                                + f.due().map(Object::toString).orElse("")
                                + " published "
                                + f.published().map(Object::toString).orElse("")
                                + " "
                                + path(f.url())
                                + " "
                                + f.title()
                                + " "
                                + f.reason().key()
                                + f.reason().arguments()
                                + f.open())));
  }

  private static boolean matches(Map<String, String> row, Finding f) {
    return same(row.get("verdict"), f.verdict().name())
        && same(row.get("severity"), f.severity().code())
        && same(row.get("period"), f.period())
        && same(row.get("trigger_date"), f.trigger().map(Object::toString).orElse(""))
        && same(row.get("due"), f.due().map(Object::toString).orElse(""))
        && same(row.get("published"), f.published().map(Object::toString).orElse(""))
        && (f.verdict() == Verdict.COMPLIANT && !f.period().isEmpty()
            || same(row.get("url"), path(f.url())));
  }

  private static String path(String url) {
    return url.replaceFirst("^https?://[^/]+", "");
  }

  private void pages() {
    Map<String, PageResult> byPath = new HashMap<>();
    result.pages().forEach(p -> byPath.put(path(p.url()), p));
    for (Map<String, String> row : site.truth("pages")) {
      PageResult got = byPath.remove(row.get("path"));
      if (got == null) {
        got = byPath.remove(row.get("path").replaceFirst("^https?://[^/]+", ""));
      }
      if (got == null) {
        misses.add("page not found: " + row);
        continue;
      }
      page(row, got);
    }
    byPath.values().forEach(p -> misses.add("page not true: " + p.url() + " " + p.title()));
  }

  private void page(Map<String, String> row, PageResult p) {
    String where = "page " + row.get("path") + " " + row.get("title") + ": ";
    if (!same(row.get("title").replaceAll("\\s", ""), p.title().replaceAll("\\s", ""))) {
      misses.add(where + "title is " + p.title());
    }
    String day = p.published().map(DateEvidence::date).map(Object::toString).orElse("");
    String source = p.published().map(e -> e.source().code()).orElse("none");
    String expectedSource =
        row.get("published_source").isEmpty() ? "none" : row.get("published_source");
    if (!same(row.get("published"), day) || !same(expectedSource, source)) {
      misses.add(
          where
              + "published expected "
              + row.get("published")
              + " "
              + row.get("published_source")
              + ", is "
              + day
              + " "
              + source);
    }
    String document = p.documentDate().map(DatedText::date).map(Object::toString).orElse("");
    if (!same(row.get("document_date"), document)) {
      misses.add(where + "document date expected " + row.get("document_date") + ", is " + document);
    }
    if (!same(row.get("document_number"), p.documentNumber())) {
      misses.add(
          where + "number expected " + row.get("document_number") + ", is " + p.documentNumber());
    }
    Set<String> expected = ids(row.get("requirement_ids"));
    Set<String> allowed = ids(row.get("allowed_ids"));
    Set<String> got = new TreeSet<>(p.requirementIds());
    if (row.get("decision").equals("candidate")) {
      p.matches().forEach(m -> got.add(m.requirementId()));
    }
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(got);
    Set<String> more = new TreeSet<>(got);
    more.removeAll(expected);
    more.removeAll(allowed);
    boolean any = row.get("decision").equals("any") || row.get("requirement_ids").equals("?");
    if (!any && (!missing.isEmpty() || !more.isEmpty())) {
      misses.add(
          where
              + "ids expected "
              + expected
              + ", is "
              + got
              + " "
              + p.matches().stream().map(m -> m.requirementId() + m.score() + m.pieces()).toList());
    }
    if (!any && !same(row.get("decision"), p.decision().code())) {
      misses.add(
          where
              + "decision expected "
              + row.get("decision")
              + ", is "
              + p.decision().code()
              + " "
              + p.matches().stream().map(m -> m.requirementId() + m.score()).toList());
    }
  }

  /** Every notice is true and every true one is there. */
  private void notices() {
    List<String> is =
        result.notices().stream()
            .map(
                n ->
                    String.join(
                        " ", n.kind().code(), n.severity().code(), n.subject(), path(n.url())))
            .toList();
    List<String> expected =
        site.truth("notices").stream()
            .map(
                row ->
                    String.join(
                        " ",
                        row.get("kind"),
                        row.get("severity"),
                        row.get("subject"),
                        row.get("path")))
            .toList();
    is.stream()
        .filter(n -> !expected.contains(n))
        .forEach(n -> misses.add("notice not true: " + n));
    expected.stream().filter(n -> !is.contains(n)).forEach(n -> misses.add("notice not met: " + n));
  }

  private static Set<String> ids(String cell) {
    return cell.isBlank() ? Set.of() : new TreeSet<>(List.of(cell.strip().split("[ ;]+")));
  }
}
