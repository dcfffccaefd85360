package gongkai.cli.probe;

import gongkai.catalogue.Catalogue;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.RobotsSeen;
import gongkai.cli.crawl.RobotsSeen.SitemapSeen;
import gongkai.cli.crawl.Schemes.Certificate;
import gongkai.cli.crawl.Schemes.SchemeSeen;
import gongkai.match.SectionMap.Role;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.probe.Cms;
import gongkai.probe.DatesSeen;
import gongkai.probe.Probe;
import gongkai.probe.RequirementSeen;
import gongkai.probe.SectionSeen;
import gongkai.probe.SectionSeen.Goes;
import gongkai.probe.SectionSeen.Kind;
import gongkai.probe.SectionSeen.ListSeen;
import gongkai.probe.SectionSeen.State;
import gongkai.probe.Volume;
import gongkai.snapshot.CrawlInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A probe with one of everything: a made-up bureau, long and hostile names, every state. */
final class SampleProbe {
  private static final String HOST = "rsj.jia.example";
  private static final String START = "https://" + HOST + "/";

  private SampleProbe() {}

  static ProbeReport full() {
    Catalogue catalogue = RuleFiles.catalogue(RuleFiles.DEFAULT);
    return new ProbeReport(
        catalogue,
        probe(catalogue),
        List.of(
            new SchemeSeen(
                "https://" + HOST,
                OptionalInt.of(404),
                "",
                Optional.of(
                    new Certificate(
                        "CN=*.jia.example",
                        "CN=Example CA,O=Example",
                        LocalDate.of(2026, 12, 31),
                        "unable to find valid certification path",
                        false))),
            new SchemeSeen("http://" + HOST, OptionalInt.empty(), "timeout", Optional.empty())),
        List.of(
            new RobotsSeen(
                START + "robots.txt",
                200,
                true,
                3,
                false,
                Optional.of(Duration.ofSeconds(5)),
                List.of(START + "map.xml"))),
        List.of(new SitemapSeen(START + "map.xml", 200, 112)),
        new Speed.Measured(58, 212, 3040),
        60,
        2);
  }

  /** A site whose robots.txt forbids everything. */
  static ProbeReport shut() {
    Catalogue catalogue = RuleFiles.catalogue(RuleFiles.DEFAULT);
    Probe empty = probe(catalogue);
    Probe probe =
        new Probe(
            empty.crawl(),
            false,
            0,
            List.of(),
            List.of(),
            List.of(),
            new DatesSeen(0, 0, List.of()),
            Map.of(),
            List.of(new Probe.Trouble("robots", "Disallow: /", 2, START)),
            Optional.empty(),
            Map.of(),
            new Volume(0, 0, 0, 0, 0));
    return new ProbeReport(
        catalogue,
        probe,
        List.of(),
        List.of(
            new RobotsSeen(START + "robots.txt", 200, true, 1, true, Optional.empty(), List.of())),
        List.of(),
        new Speed.Measured(0, 0, 0),
        60,
        0);
  }

  private static Probe probe(Catalogue catalogue) {
    return new Probe(
        new CrawlInfo(
            START,
            List.of(HOST),
            List.of("zwgk.jia.example"),
            Instant.parse("2026-11-01T01:31:00Z"),
            "",
            true),
        true,
        57,
        List.of(
            new Cms(
                "hanweb-jcms",
                8,
                List.of(
                    new Cms.Mark("page", "/module/jslib/", 3, 41, START),
                    new Cms.Mark("url", "/col/col\\d+/", 3, 96, START + "col/col1/index.html"))),
            new Cms(
                "trs-wcm", 3, List.of(new Cms.Mark("page", "TRS_Editor", 3, 2, START + "a.html"))),
            new Cms("ucap", 1, List.of(new Cms.Mark("page", "\\bwebsiteId\\b", 1, 41, START)))),
        sections(),
        catalogue.requirements().stream().map(SampleProbe::requirement).toList(),
        dates(),
        new TreeMap<>(Map.of("GB18030 (meta gb2312)", 55, "UTF-8 (strict, meta says gb2312)", 2)),
        List.of(
            new Probe.Trouble("failed", "412", 3, START + "col/col9/index.html"),
            new Probe.Trouble("script", "", 1, START + "app/")),
        Optional.of(
            new Probe.UnknownPage(
                START + "gongkai-no-such-page.html",
                OptionalInt.of(200),
                "",
                "",
                "甲市人力资源和社会保障局",
                "")),
        Map.of("www.jia.example", List.of("政府信息公开年报", "财政预决算")),
        new Volume(9, 1412, 1, 1530, 611));
  }

  private static RequirementSeen requirement(gongkai.catalogue.Requirement r) {
    boolean found = !r.id().startsWith("12.") && !r.id().equals("2.2c");
    boolean shared = r.id().equals("3.1c");
    List<String> url = found ? List.of(START + "col/col" + r.id().charAt(0) + "/") : List.of();
    return new RequirementSeen(
        r.id(), r.name(), shared ? List.of() : url, shared ? url : List.of());
  }

  private static List<SectionSeen> sections() {
    return List.of(
        section("规范性文件", Kind.MAPPED, Map.of("2.2a", Role.OWN), list(Goes.READ_ON, "")),
        section(
            "甲市人力资源和社会保障局关于就业创业政策的解读回应",
            Kind.MAPPED,
            Map.of("3.1a", Role.OWN),
            list(Goes.UNREAD, "a script pages the list: 5 pages")),
        section("机构职能", Kind.MAPPED, Map.of("1.1", Role.OWN), Optional.empty()),
        section("办公会", Kind.MAPPED, Map.of("6.1", Role.OWN), list(Goes.NEXT_FAILED, "timeout")),
        section("招考录用", Kind.MAPPED, Map.of("15.1", Role.OWN), list(Goes.END, "")),
        elsewhere(),
        new SectionSeen(
            START + "col/col9/index.html",
            List.of("双公示"),
            State.FAILED,
            "412",
            Kind.MAPPED,
            Map.of("13.2", Role.SHARED),
            false,
            Optional.empty(),
            0,
            Map.of()),
        new SectionSeen(
            START + "col/col8/index.html",
            List.of("政务公开", "阳光\u202e\u0007人社: \"#\\ 一"),
            State.READ,
            "",
            Kind.UNKNOWN,
            Map.of(),
            false,
            list(Goes.NEXT, ""),
            20,
            new TreeMap<>(Map.of("2.2a", 3, "9.1a", 1))),
        section("法定主动公开内容", Kind.HUB, Map.of(), Optional.empty()),
        section("通知公告", Kind.GENERAL, Map.of(), list(Goes.NOTHING_NEW, "")));
  }

  private static SectionSeen elsewhere() {
    return new SectionSeen(
        "http://www.jia.example/nb/",
        List.of("政府信息公开年报"),
        State.ELSEWHERE,
        "",
        Kind.MAPPED,
        Map.of("16.1c", Role.OWN),
        false,
        Optional.empty(),
        0,
        Map.of());
  }

  private static Optional<ListSeen> list(Goes goes, String detail) {
    return Optional.of(new ListSeen("hanweb", 20, Optional.of(318), goes, detail));
  }

  private static SectionSeen section(
      String name, Kind kind, Map<String, Role> roles, Optional<ListSeen> list) {
    return new SectionSeen(
        START + "col/col1/index.html",
        List.of("政务公开", name),
        State.READ,
        "",
        kind,
        roles,
        name.equals("招考录用"),
        list,
        20,
        Map.of());
  }

  private static DatesSeen dates() {
    DateEvidence label =
        new DateEvidence(LocalDate.of(2026, 3, 4), DateSource.LABEL, "发布时间：2026-03-04");
    DateEvidence url = new DateEvidence(LocalDate.of(2026, 3, 9), DateSource.URL, "/2026/3/9/");
    return new DatesSeen(
        12,
        1,
        List.of(
            new DatesSeen.Source(DateSource.LABEL, 11, 11, 0, Optional.empty()),
            new DatesSeen.Source(
                DateSource.URL,
                9,
                0,
                1,
                Optional.of(
                    new DatesSeen.Conflict(START + "art/2026/3/9/art_1_2.html", label, url)))));
  }
}
