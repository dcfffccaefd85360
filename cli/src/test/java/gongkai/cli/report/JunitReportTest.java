package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cli.ExitDecision;
import gongkai.cli.FailOn;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** {@code junit.xml} as Maven's own reader of test reports understands it. */
class JunitReportTest {
  private static List<ReportTestSuite> read(byte[] junit) {
    try {
      return new TestSuiteXmlParser(new NullConsoleLogger())
          .parse(new InputStreamReader(new ByteArrayInputStream(junit), StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new AssertionError(new String(junit, StandardCharsets.UTF_8), e);
    }
  }

  private static List<ReportTestSuite> suites(AuditResult audit, FailOn failOn) {
    return read(JunitReport.bytes(new ReportInput(audit, failOn, Lang.EN, "0.0.0")));
  }

  private static List<ReportTestCase> tests(AuditResult audit, FailOn failOn) {
    return suites(audit, failOn).stream().flatMap(s -> s.getTestCases().stream()).toList();
  }

  private static ReportTestCase test(List<ReportTestCase> tests, String id) {
    return tests.stream().filter(t -> t.getName().startsWith(id + " ")).findFirst().orElseThrow();
  }

  static List<AuditResult> audits() {
    List<AuditResult> audits = new ArrayList<>();
    audits.add(SampleAudit.full());
    audits.add(SampleAudit.compared());
    for (Verdict verdict : Verdict.values()) {
      audits.add(SampleAudit.only(verdict));
      audits.add(Altered.unreadable(SampleAudit.only(verdict)));
    }
    audits.add(SampleAudit.only(Verdict.UNREACHABLE, Verdict.MISSING));
    return audits;
  }

  @ParameterizedTest
  @MethodSource("audits")
  void failuresAndErrorsAreWhatTheExitCodeSays(AuditResult audit) {
    for (FailOn failOn : FailOn.values()) {
      List<ReportTestSuite> suites = suites(audit, failOn);
      int failures = suites.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum();
      int errors = suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum();
      switch (ExitDecision.of(audit, failOn).code()) {
        case OK -> assertThat(failures + errors).isZero();
        case FINDINGS -> assertThat(failures).isPositive();
        case INCOMPLETE -> assertThat(errors).isPositive();
        default -> throw new AssertionError();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("audits")
  void countsOfSuitesAreThoseOfTheirTests(AuditResult audit) {
    for (ReportTestSuite suite : suites(audit, FailOn.WARNING)) {
      List<ReportTestCase> tests = suite.getTestCases();
      assertThat(suite.getNumberOfTests()).isEqualTo(tests.size());
      assertThat((int) tests.stream().filter(ReportTestCase::hasFailure).count())
          .isEqualTo(suite.getNumberOfFailures());
      assertThat((int) tests.stream().filter(ReportTestCase::hasError).count())
          .isEqualTo(suite.getNumberOfErrors());
      assertThat((int) tests.stream().filter(ReportTestCase::hasSkipped).count())
          .isEqualTo(suite.getNumberOfSkipped());
    }
  }

  @ParameterizedTest
  @MethodSource("audits")
  void nothingPassesInSilence(AuditResult audit) {
    for (FailOn failOn : FailOn.values()) {
      List<ReportTestCase> tests = tests(audit, failOn);
      for (AuditResult.RequirementResult r : audit.requirements()) {
        ReportTestCase test = test(tests, r.requirement().id());
        boolean compliant = r.verdict() == Verdict.COMPLIANT;
        assertThat(test.isSuccessful()).as(test.getFullName()).isEqualTo(compliant);
        if (!compliant) {
          assertThat(test.getFailureMessage()).as(test.getFullName()).isNotBlank();
        }
      }
    }
  }

  /** Jenkins holds a file to a schema: the whole has no count of what was skipped. */
  @ParameterizedTest
  @MethodSource("audits")
  void elementsHaveNoAttributeThatJenkinsRefuses(AuditResult audit) throws Exception {
    byte[] junit = JunitReport.bytes(new ReportInput(audit, FailOn.VIOLATION, Lang.ZH, "0.0.0"));
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(junit))
            .getDocumentElement();
    assertThat(attributes(root))
        .containsExactlyInAnyOrder("name", "tests", "failures", "errors", "time");
    NodeList suites = root.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      assertThat(attributes(suites.item(i)))
          .containsExactlyInAnyOrder(
              "name", "tests", "failures", "errors", "skipped", "time", "timestamp");
    }
  }

  private static List<String> attributes(Node of) {
    NamedNodeMap map = of.getAttributes();
    return IntStream.range(0, map.getLength()).mapToObj(i -> map.item(i).getNodeName()).toList();
  }

  @Test
  void namesAreTheSameWhateverWasFound() {
    List<String> names =
        tests(SampleAudit.full(), FailOn.VIOLATION).stream()
            .map(ReportTestCase::getFullName)
            .toList();
    assertThat(names).doesNotHaveDuplicates().contains("政策文件.部门文件.2.1 部门文件");
    List<AuditResult> others =
        List.of(SampleAudit.compared(), Altered.unreadable(SampleAudit.full()));
    for (AuditResult other : others) {
      assertThat(tests(other, FailOn.NEVER).stream().map(ReportTestCase::getFullName))
          .containsExactlyElementsOf(names);
    }
  }

  @Test
  void aFailureSaysWhatWhyAndWhere() {
    ReportTestCase late = test(tests(SampleAudit.full(), FailOn.VIOLATION), "2.1");
    assertThat(late.hasFailure()).isTrue();
    assertThat(late.getFailureType()).isEqualTo("LATE");
    assertThat(late.getFailureMessage()).startsWith("Late: 成文于2026年2月10日");
    assertThat(late.getFailureDetail())
        .contains("24 days overdue", SampleAudit.SITE + "/channel_a/doc_1.html")
        .containsSubsequence("Late", "Not in the exit code", "To review");
  }

  @Test
  void withABaselineOnlyWhatIsNewOrWorseFails() {
    List<ReportTestCase> tests = tests(SampleAudit.compared(), FailOn.REVIEW);
    assertThat(tests.stream().filter(ReportTestCase::hasFailure).map(ReportTestCase::getName))
        .containsExactly("2.1 部门文件", "2.2c 规范性文件制发主体清单", "baseline to be shrunk");
    assertThat(test(tests, "12.2").hasSkipped()).isTrue();
    assertThat(test(tests, "12.2").getFailureMessage()).startsWith("Known from the baseline");
    assertThat(test(tests, "13.2").hasSkipped()).isTrue();
  }

  @Test
  void whatNoSeverityAsksForIsSkippedAndWhatCouldNotBeReadIsAnError() {
    List<ReportTestCase> tests = tests(SampleAudit.full(), FailOn.VIOLATION);
    assertThat(test(tests, "15.1").getFailureMessage()).startsWith("Below --fail-on violation");
    assertThat(test(tests, "13.2").hasError()).isTrue();
    assertThat(test(tests, "16.1c").hasSkipped()).isTrue();
  }

  @Test
  void noCharacterBreaksTheFile() {
    AuditResult audit = SampleAudit.full();
    Stream.of(Lang.values())
        .map(
            lang ->
                JunitReport.bytes(
                    new ReportInput(audit, FailOn.REVIEW, lang, "\uFFFF\u0000\uD800")))
        .forEach(junit -> assertThat(read(junit)).isNotEmpty());
  }
}
