package gongkai;

import gongkai.fixtures.FixtureSite;
import gongkai.site.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void x() {
    long t0 = System.nanoTime();
    FolderSnapshot snap = new FolderSnapshot(FixtureSite.load("hard"));
    long t1 = System.nanoTime();
    Site site = SiteBuilder.build(snap);
    long t2 = System.nanoTime();
    System.out.println("crawl " + (t1 - t0) / 1000000 + " build " + (t2 - t1) / 1000000);
    var m = new gongkai.match.Matcher(RulesOnDisk.catalogue("liaocheng-hrss"));
    var ms = m.match(site);
    System.out.println("match " + (System.nanoTime() - t2) / 1000000);
    for (var p : ms)
      if (p.page().url().contains("doc_6a7c03"))
        System.out.println(
            "FOUND "
                + p.page().dead()
                + p.page().published()
                + p.matches()
                + p.page().sections().stream().map(Section::path).toList());
    site.dead().forEach(d -> System.out.println(d));
  }
}
