package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cli.FailOn;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatLineTest {
  private static String line(AuditResult audit, FailOn failOn, Lang lang) {
    return ChatLine.text(new ReportInput(audit, failOn, lang, "0.0.0"));
  }

  @Test
  void itSaysHowManyWhatIsNewAndWhatTheExitCodeMeans() {
    assertThat(line(SampleAudit.compared(), FailOn.VIOLATION, Lang.EN))
        .contains("2026-10-31", "2 of 11 compliant", "violation 3", "1 new, 1 worse, 1 cured")
        .endsWith("Exit 1 (failed)");
    assertThat(line(SampleAudit.only(Verdict.COMPLIANT), FailOn.VIOLATION, Lang.ZH))
        .contains("没有问题")
        .endsWith("退出码 0（通过）");
    assertThat(line(SampleAudit.only(Verdict.UNREACHABLE), FailOn.VIOLATION, Lang.ZH))
        .endsWith("退出码 3（未能核查完）");
  }

  @ParameterizedTest
  @EnumSource
  void aLongNameIsCutAndNothingElse(Lang lang) {
    AuditResult audit = Altered.named("很长的名称\n𠀀".repeat(60), SampleAudit.compared());
    String line = line(audit, FailOn.VIOLATION, lang);
    assertThat(line.codePointCount(0, line.length())).isEqualTo(ChatLine.LONGEST);
    String whole = line(SampleAudit.compared(), FailOn.VIOLATION, lang);
    String name = SampleAudit.compared().catalogue().bureau();
    assertThat(line).contains("…" + whole.substring(name.length()));
    byte[] file = ChatLine.bytes(new ReportInput(audit, FailOn.VIOLATION, lang, "0"));
    assertThat(new String(file, StandardCharsets.UTF_8).lines()).hasSize(1);
  }
}
