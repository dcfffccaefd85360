package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {
  private static final String SOUND =
      """
      items:
        - id: "1"
          name: 机构概况（三定方案）
          wording: 根据变动及时更新
          cadence: {continuous: always}
      """;

  private static Reading<Catalogue> read(String... texts) {
    Source[] sources = new Source[texts.length];
    for (int i = 0; i < texts.length; i++) {
      sources[i] = Source.of((char) ('a' + i) + ".yaml", texts[i]);
    }
    return CatalogueReader.read("mine", List.of(sources));
  }

  private static List<Complaint> complaints(String... texts) {
    return ((Reading.Refused<Catalogue>) read(texts)).complaints();
  }

  private static List<String> places(String... texts) {
    return complaints(texts).stream()
        .map(c -> c.file() + ":" + c.line() + " " + c.field() + " " + c.what().key())
        .toList();
  }

  @Test
  void aBareItemIsARequirementAndIsMatchedByItsName() {
    Catalogue catalogue = RulesOnDisk.sound(read(SOUND));
    assertThat(catalogue.name()).isEqualTo("mine");
    assertThat(catalogue.bureau()).isEqualTo("mine");
    assertThat(catalogue.start()).isEmpty();
    Requirement only = catalogue.requirements().get(0);
    assertThat(only.id()).isEqualTo("1");
    assertThat(only.wording()).isEqualTo("根据变动及时更新");
    assertThat(only.match().sections()).containsExactly("机构概况（三定方案）", "机构概况");
    assertThat(only.match().titles()).containsExactly("机构概况（三定方案）", "机构概况");
    assertThat(only.match().notInside()).isTrue();
    assertThat(catalogue.items().get(0).form()).isEqualTo(Item.Form.FULL);
    assertThat(catalogue.digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void severalRequirementsShareTheSectionNamedAfterTheirItem() {
    Catalogue catalogue =
        RulesOnDisk.sound(
            read(
                """
                items:
                  - id: 2.2
                    name: 规范性文件
                    wording: 实时更新
                    offices: {lead: [甲科], support: [乙科]}
                    requirements:
                      - {id: 2.2a, cadence: {continuous: 6m}}
                      - {id: 2.2c, name: 制发主体清单, wording: 6月底前, cadence: {every: year}}
                """));
    assertThat(catalogue.items().get(0).offices()).containsExactly("甲科", "乙科");
    Requirement a = catalogue.requirements().get(0);
    assertThat(a.name()).isEqualTo("规范性文件");
    assertThat(a.wording()).isEqualTo("实时更新");
    assertThat(a.match().sections()).isEmpty();
    assertThat(a.match().shared()).containsExactly("规范性文件");
    Requirement c = catalogue.requirements().get(1);
    assertThat(c.wording()).isEqualTo("6月底前");
    assertThat(c.match().sections()).containsExactly("制发主体清单");
    assertThat(c.match().shared()).containsExactly("规范性文件");
  }

  @Test
  void filesOfAFolderAreJoinedAndNamedListsWrittenOut() {
    Catalogue catalogue =
        RulesOnDisk.sound(
            read(
                "bureau: 甲局\n" + SOUND,
                """
                aliases: [市甲局]
                general: [通知公告, $news]
                lists: {news: [召开*会议, 举办*培训]}
                match:
                  "1": {sections: [机构概况], shared: [概况], fallback: true, titles: [^职能$, $news],
                        not: [$news, 转发], not-inside: false, says: [局长], leaders: "1", proposed: yes}
                """,
                "site: {start: 'http://example.gov.cn/', hosts: ['www.example.gov.cn:8080']}\n"));
    assertThat(catalogue.bureau()).isEqualTo("甲局");
    assertThat(catalogue.aliases()).containsExactly("市甲局");
    assertThat(catalogue.general()).containsExactly("通知公告", "召开*会议", "举办*培训");
    assertThat(catalogue.start()).contains("http://example.gov.cn/");
    assertThat(catalogue.hosts()).containsExactly("www.example.gov.cn:8080");
    assertThat(catalogue.requirements().get(0).match())
        .isEqualTo(
            new MatchRule(
                List.of("机构概况"),
                List.of("概况"),
                true,
                List.of("^职能$", "召开*会议", "举办*培训"),
                List.of("召开*会议", "举办*培训", "转发"),
                false,
                List.of("局长"),
                "1",
                true));
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() {
    assertThat(
            places(
                """
                bureau: 甲局
                burea: 甲局
                site: {start: rsj.example.gov.cn, hosts: ['http://x/']}
                items:
                  - id: "1"
                    nmae: 机构
                    wording: 及时
                    form: whole
                    cadence: {continuous: 6x}
                  - id: "1"
                    name: 职能
                    wording:
                    offices: {leads: [甲科]}
                    requirements:
                      - {id: 1a, cadence: {every: year, due: "02-30"}}
                      - {id: 1a, cadence: {every: year}, arises: often}
                      - {id: 3b, name: [x], cadence: 年度更新}
                      - {name: 无编号, cadence: {unknown: x}, match: {section: [x]}}
                  - 一句话
                  - {id: a b, name: x, wording: x, cadence: {follows: 9, within: 3wd}}
                """))
        .containsExactly(
            "a.yaml:2 burea input.unknownKey",
            "a.yaml:3 site.start catalogue.start",
            "a.yaml:3 site.hosts catalogue.host",
            "a.yaml:5 items[1] input.missing",
            "a.yaml:6 items[1].nmae input.unknownKey",
            "a.yaml:8 items[1].form input.notOneOf",
            "a.yaml:9 items[1].cadence.continuous catalogue.limit",
            "a.yaml:10 items[2].id catalogue.idTwice",
            "a.yaml:10 items[1] input.missing",
            "a.yaml:13 items[1].offices.leads input.unknownKey",
            "a.yaml:15 items[1].requirements[1a].cadence.due catalogue.due",
            "a.yaml:16 items[1].requirements[2].id catalogue.idTwice",
            "a.yaml:16 items[1].requirements[1a].arises input.notOneOf",
            "a.yaml:17 items[1].requirements[3b].id catalogue.foreign",
            "a.yaml:17 items[1].requirements[3b].name input.notText",
            "a.yaml:17 items[1].requirements[3b].cadence catalogue.words",
            "a.yaml:18 items[1].requirements[4] input.missing",
            "a.yaml:18 items[1].requirements[4].match.section input.unknownKey",
            "a.yaml:19 items[3] input.notMap",
            "a.yaml:20 items[4].id catalogue.id",
            "a.yaml:20 items[4].cadence.follows catalogue.unknownId");
  }

  @Test
  void whatFilesSayTwiceOrOfEachOtherIsChecked() {
    assertThat(
            places(
                "bureau: 甲局\n" + SOUND,
                """
                bureau: 乙局
                match:
                  "1": {leaders: 7}
                  "2": {}
                lists: {news: [x]}
                general: [$nwes]
                """,
                "match: {'1': {}}\n"))
        .containsExactly(
            "b.yaml:1 bureau catalogue.twice",
            "b.yaml:3 match.1.leaders catalogue.unknownId",
            "b.yaml:4 match.2 catalogue.unknownId",
            "b.yaml:6 general catalogue.list",
            "c.yaml:1 match.1 catalogue.idTwice");
  }

  @Test
  void nothingIsNoCatalogue() {
    assertThat(places()).containsExactly("mine:0  catalogue.noFile");
    assertThat(places("bureau: 甲局\n")).containsExactly("a.yaml:1 items catalogue.noItem");
    assertThat(places("# x\nitems: []\n")).containsExactly("a.yaml:2 items catalogue.noItem");
    assertThat(places("")).containsExactly("a.yaml:0  input.empty");
    assertThat(places("# x\n---\n")).containsExactly("a.yaml:0  input.empty");
    assertThat(places("- x\n")).containsExactly("a.yaml:1  input.noMapping");
  }

  @Test
  void brokenYamlNamesItsLine() {
    assertThat(places("bureau: x\nitems: [a\n")).containsExactly("a.yaml:3  input.syntax");
    assertThat(places("bureau: x\n\titems: y\n").get(0)).startsWith("a.yaml:2  input.syntax");
    assertThat(places("bureau: x\nsite: \u0007\n")).containsExactly("a.yaml:2  input.character");
    assertThat(places(SOUND + "bureau: x\nbureau: y\n"))
        .containsExactly("a.yaml:7 bureau input.twice");
    assertThat(places("bureau: x\n---\nbureau: y\n")).containsExactly("a.yaml:2  input.documents");
    assertThat(places("? [a, b]\n: x\n")).containsExactly("a.yaml:1  input.key");
  }

  @Test
  void bombsAreRefused() {
    assertThat(places("bureau: &a x\naliases: [*a, *b]\n" + SOUND + "    wrong: x\n"))
        .containsExactly(
            "a.yaml:2  input.alias",
            "a.yaml:2  input.alias",
            "a.yaml:8 items[1].wrong input.unknownKey");
    assertThat(places("bureau: " + "[".repeat(5000) + "]".repeat(5000) + "\n"))
        .containsExactly("a.yaml:1  input.deep");
    assertThat(places("bureau: " + "x".repeat(2_000_001))).containsExactly("a.yaml:0  input.long");
  }

  @Test
  void anotherEncodingIsRefused() {
    Reading<Catalogue> reading =
        CatalogueReader.read(
            "mine", List.of(new Source("a.yaml", SOUND.getBytes(Charset.forName("GBK")))));
    assertThat(((Reading.Refused<Catalogue>) reading).complaints())
        .extracting(c -> c.what().key())
        .containsExactly("input.utf8");
    assertThat(read("\uFEFF" + SOUND)).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void theDigestFollowsTheContentNotTheFolder() {
    String here = RulesOnDisk.sound(read(SOUND)).digest();
    Reading<Catalogue> elsewhere =
        CatalogueReader.read("mine", List.of(Source.of("some/where/a.yaml", SOUND)));
    assertThat(RulesOnDisk.sound(elsewhere).digest()).isEqualTo(here);
    assertThat(RulesOnDisk.sound(read(SOUND + "# \n")).digest()).isNotEqualTo(here);
  }

  @Test
  void complaintsReadWellInBothLanguages() {
    Complaint complaint = complaints("bureua: x\n" + SOUND).get(0);
    assertThat(complaint.message().in(Lang.ZH))
        .isEqualTo("a.yaml:1 bureua：未知的键 bureua。是否想写 bureau？");
    assertThat(complaint.message().in(Lang.EN))
        .isEqualTo("a.yaml:1 bureua: unknown key bureua. Did you mean bureau?");
  }
}
