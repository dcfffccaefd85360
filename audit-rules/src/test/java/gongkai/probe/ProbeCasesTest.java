package gongkai.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.FolderSnapshot;
import gongkai.RulesOnDisk;
import gongkai.fixtures.Cases;
import gongkai.fixtures.FixtureSite;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code fixtures/cases/probe.csv}: what a probe of each fixture site says. */
class ProbeCasesTest {
  static List<Map<String, String>> cases() {
    return Cases.read("probe.csv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatKindOfSiteItIs(Map<String, String> row) {
    FixtureSite site = FixtureSite.load(row.get("site"));
    Probe probe =
        Probe.of(
            new FolderSnapshot(site), RulesOnDisk.catalogue(site.catalogue()), Optional.empty());
    assertThat(probe.startRead()).isTrue();
    assertThat(probe.systems().stream().filter(Cms::recognised).map(Cms::code))
        .containsExactly(row.get("cms"));
    assertThat(ids(probe, r -> r.own().isEmpty() && r.found())).isEqualTo(row.get("shared"));
    assertThat(ids(probe, r -> !r.found())).isEqualTo(row.get("without"));
    assertThat(
            probe.sections().stream()
                .filter(s -> s.kind() == SectionSeen.Kind.UNKNOWN)
                .map(SectionSeen::name)
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(row.get("unknown"));
    assertThat(
            probe.sections().stream()
                .flatMap(s -> s.list().stream())
                .map(l -> l.mechanism() + ":" + l.goes())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(row.get("mechanisms"));
    assertThat(
            probe.dates().sources().stream()
                .map(s -> s.source().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")))
        .isEqualTo(row.get("sources"));
    assertThat(
            probe.dates().sources().stream()
                .filter(s -> s.conflicts() > 0)
                .map(s -> s.source().name().toLowerCase(Locale.ROOT) + ":" + s.conflicts())
                .collect(Collectors.joining(" ")))
        .isEqualTo(row.get("conflicts"));
    assertThat(probe.dates().undated()).isEqualTo(Integer.parseInt(row.get("undated")));
    assertThat(String.join("; ", probe.encodings().keySet())).isEqualTo(row.get("encodings"));
    assertThat(probe.dates().sources())
        .allSatisfy(s -> assertThat(s.example().isPresent()).isEqualTo(s.conflicts() > 0));
  }

  private static String ids(Probe probe, Predicate<RequirementSeen> such) {
    return probe.requirements().stream()
        .filter(such)
        .map(RequirementSeen::id)
        .collect(Collectors.joining(" "));
  }
}
