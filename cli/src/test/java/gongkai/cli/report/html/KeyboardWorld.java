package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.crawl.OpenPage;
import gongkai.cli.report.SampleAudit;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report without a mouse, in a real Chromium. */
class KeyboardWorld {
  @TempDir private Path folder;
  private OpenPage page;

  @BeforeEach
  void open() throws IOException {
    Path report = folder.resolve("report.html");
    Files.write(report, HtmlReport.bytes(SampleAudit.compared(), Lang.EN, "0.0.0"));
    page = OpenPage.of(report);
    page.window(1280, 900);
  }

  @AfterEach
  void close() throws IOException {
    page.close();
  }

  @Test
  void theFirstStopLeadsToTheGaps() {
    page.press("Tab", 9);
    assertThat(page.run("document.activeElement.className")).isEqualTo("skip");
    assertThat(page.run("document.activeElement.getBoundingClientRect().left >= 0"))
        .isEqualTo(true);
    page.press("Enter", 13);
    assertThat(page.run("location.hash")).isEqualTo("#gaps");
    page.press("Tab", 9);
    // the next stop is inside the gaps
    assertThat(page.run("!!document.activeElement.closest('#gaps')")).isEqualTo(true);
  }

  /** Every stop shows that it has the focus, lies in the window and is covered by nothing. */
  @Test
  void focusIsSeenAtEveryStop() {
    int stops = 0;
    for (int i = 0; i < 400; i++) {
      page.press("Tab", 9);
      Object stop =
          page.run(
              """
              (() => {
                const e = document.activeElement;
                if (e === document.body) return 'end';
                const s = getComputedStyle(e);
                const r = e.getClientRects()[0];
                const x = Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1);
                const y = Math.min(Math.max(r.top + Math.min(r.height, 40) / 2, 1), innerHeight - 1);
                const top = document.elementFromPoint(x, y);
                const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
                const inside = r.bottom > 0 && r.top < innerHeight;
                const free = top && (e.contains(top) || top.contains(e));
                return seen && inside && free ? 'fine' : e.outerHTML.slice(0, 200)
                    + JSON.stringify([s.outline, r, top && top.outerHTML.slice(0, 80)]);
              })()
              """);
      if (stop.equals("end")) {
        break;
      }
      assertThat(stop).isEqualTo("fine");
      stops++;
    }
    assertThat(stops).isGreaterThan(80);
  }

  @Test
  void proofsUnfoldByKeyAndTheFilterTellsWhatItShows() {
    page.run("document.querySelector('.gap summary').focus()");
    page.press("Enter", 13);
    assertThat(page.run("document.querySelector('.gap details').open")).isEqualTo(true);
    page.run("document.querySelector('[name=verdict]').focus()");
    page.press("ArrowDown", 40);
    Object all = page.run("document.querySelectorAll('.gap').length");
    Object shown = page.run("document.querySelectorAll('.gap:not([hidden])').length");
    assertThat(((Number) shown).intValue()).isBetween(1, ((Number) all).intValue() - 1);
    String told = "document.querySelector('.shown output').textContent";
    assertThat(page.run(told).toString()).contains(shown + " of " + all);
    assertThat(page.run("document.querySelector('.shown output').getAttribute('aria-live')"))
        .isEqualTo("polite");
    page.run("document.querySelector('#filter button').focus()");
    page.press("Enter", 13);
    // the browser empties a form after the event
    page.run("new Promise(done => setTimeout(() => done(0)))");
    assertThat(page.run(told)).isEqualTo(all + " of " + all + " gaps shown");
  }

  @Test
  void gapsAreFilteredByWhatBecameOfThem() {
    page.run(
        "(() => { const form = document.getElementById('filter'); form.elements.status.value ="
            + " 'new'; form.dispatchEvent(new Event('input')); })()");
    assertThat(page.run("document.querySelectorAll('.gap:not([hidden])').length")).isEqualTo(1L);
    // a link to a gap that is filtered out shows it
    page.run("location.hash = document.querySelector('.gap[hidden]').id");
    assertThat(
            page.run(
                "new Promise(done => setTimeout(() =>"
                    + " done(document.getElementById(location.hash.slice(1)).hidden)))"))
        .isEqualTo(false);
  }
}
