package gongkai.rectify;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.MadeAudit;
import gongkai.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An id is what stays of a gap. */
class GapIdsTest {
  private static final Catalogue CATALOGUE =
      MadeAudit.catalogue(
          "  - {id: r, name: r, wording: x, cadence: {every: month}}",
          "  - {id: s, name: s, wording: x, cadence: {every: month}}");

  private static Set<String> ids(String r, String s) {
    return Rectification.ids(
            new MadeAudit(CATALOGUE, LocalDate.parse("2026-08-31"))
                .finds("r", r)
                .finds("s", s)
                .audit())
        .all();
  }

  @ParameterizedTest
  @CsvSource({
    // a period is one gap, missing or late, with this page or that
    "MISSING p=2026-06, LATE p=2026-06 u=a pub=2026-08-20, true",
    "LATE p=2026-06 u=a, LATE p=2026-06 u=b, true",
    "MISSING p=2026-06, MISSING p=2026-07, false",
    "MISSING p=2026-06, MISSING, false",
    // a document by its number, else by its address, the scheme aside
    "LATE t=2026-06-01 u=a n=1号, LATE t=2026-06-01 u=b n=1号, true",
    "LATE t=2026-06-01 u=a n=1号, LATE t=2026-06-01 u=a n=2号, false",
    "LATE t=2026-06-01 u=a, LATE t=2026-06-01 u=b, false",
    "LATE t=2026-06-01 u=a, LATE t=2026-06-02 u=a, false",
    // neither verdict nor day makes another gap
    "STALE pub=2026-01-01, EMPTY, true",
    "LATE p=2026-06 d=2026-07-31, LATE p=2026-06 d=2026-08-31, true"
  })
  void sameGapSameId(String one, String other, boolean same) {
    assertThat(ids(one, "").equals(ids(other, ""))).isEqualTo(same);
  }

  @Test
  void idsAreShortUniqueAndNoNumbers() {
    Set<String> ids =
        ids("MISSING p=2026-06 | MISSING p=2026-07 | COMPLIANT p=2026-05", "MISSING p=2026-06");
    assertThat(ids).hasSize(3).allMatch(id -> id.matches("g[0-9a-f]{10}"));
    // two findings that nothing tells apart but their days
    assertThat(ids("REVIEW u=a d=2026-06-01 | REVIEW u=a d=2026-07-01", ""))
        .hasSize(2)
        .anyMatch(id -> id.endsWith("-2"));
  }
}
