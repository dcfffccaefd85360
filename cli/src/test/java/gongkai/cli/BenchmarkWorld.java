package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.fixtures.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code scripts/benchmark} runs on a small site ({@code -Pworld}; Debian: nginx-light, wget,
 * time). Its figures are no test; that both crawlers read the whole site is.
 */
class BenchmarkWorld {
  private static final int ARTICLES = 90;

  @Test
  void bothCrawlersReadTheWholeGeneratedSite() {
    Path root = Fixtures.root().getParent();
    String size = String.valueOf(ARTICLES);
    Run run =
        Program.execute(
            root,
            Map.of("LC_ALL", "C.UTF-8"),
            List.of(root.resolve("scripts/benchmark").toString(), "crawl", size, "1"));
    assertThat(run.exit()).as(run.err()).isZero();
    // the articles, a listing of each of the 40 sections, the start page
    int pages = ARTICLES + 40 + 1;
    assertThat(run.out())
        .contains(pages + " pages")
        .contains("gongkai crawl ", "gongkai audit ", "wget --warc-file ")
        // beside the pages: robots.txt, and of ours the site map and two addresses that cannot
        // exist
        .contains("stored by gongkai: " + (pages + 4) + ", by wget: " + (pages + 1));
  }
}
