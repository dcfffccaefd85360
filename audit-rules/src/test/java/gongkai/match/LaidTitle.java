package gongkai.match;

import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.site.Published;
import gongkai.site.Section;
import gongkai.site.SitePage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A page that has only what matching looks at. */
final class LaidTitle {
  private LaidTitle() {}

  static SitePage page(String title, String number, List<Section> sections) {
    return page(title, number, sections, "正文");
  }

  static SitePage page(String title, String number, List<Section> sections, String text) {
    String url = "http://a.example/1.html";
    PageFacts facts =
        new PageFacts(
            url,
            PageKind.ARTICLE,
            "",
            title,
            title,
            "",
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of(),
            List.of(),
            number,
            "",
            "",
            text,
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            "");
    return new SitePage(
        url,
        Optional.of(facts),
        OptionalInt.of(200),
        title,
        title,
        sections,
        Published.of(List.of()),
        "",
        Optional.empty(),
        false,
        false,
        "",
        false,
        Optional.empty(),
        "",
        "");
  }
}
