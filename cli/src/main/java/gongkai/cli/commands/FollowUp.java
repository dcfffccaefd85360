package gongkai.cli.commands;

import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Days;
import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.cli.RuleFiles;
import gongkai.input.Source;
import gongkai.message.Message;
import gongkai.rectify.Earlier;
import gongkai.rectify.Rectification;
import gongkai.rectify.Reply;
import gongkai.rectify.ReplyReader;
import gongkai.score.Scheme;
import gongkai.score.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is made of an audit once it is judged: notices to offices, what became of the earlier ones,
 * replies, a score.
 *
 * @param notices the time that offices have; empty if no notices are asked for
 * @param earlier the audit that this one is held to
 * @param replies the files of {@code --replies}
 * @param scheme to score by
 */
record FollowUp(
    Optional<Days> notices,
    Optional<Earlier> earlier,
    List<Source> replies,
    Optional<Scheme> scheme) {
  /** Nothing but the audit. */
  static final FollowUp NONE =
      new FollowUp(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /**
   * Looks at the replies before there is an audit: at their form, and with an earlier audit at the
   * gaps that they name, unless the audit to come judges a snapshot, perhaps the same again.
   *
   * @throws Failure exit code 2 with every complaint
   */
  List<Reply> checked(LocalDate asOf, boolean offline) {
    return RuleFiles.sound(
        ReplyReader.read(replies, asOf, earlier.filter(e -> !offline).map(Rectification::known)));
  }

  /**
   * The audit with all that.
   *
   * @param snapshot where the snapshot lies, for what to do when a reply names no gap
   * @throws Failure exit code 2 when a reply names a gap of neither audit
   */
  AuditResult of(AuditResult audit, WorkingCalendar calendar, Path snapshot) {
    return audit.with(
        Rectification.of(audit, calendar, notices, earlier, given(audit, snapshot)),
        scheme.map(s -> Scorer.of(audit, s)));
  }

  private List<Reply> given(AuditResult audit, Path snapshot) {
    try {
      return RuleFiles.sound(
          ReplyReader.read(
              replies, audit.asOf(), Optional.of(Rectification.known(audit, earlier))));
    } catch (Failure refused) {
      List<Message> all = new ArrayList<>(refused.messages());
      if (earlier.isEmpty()) {
        all.add(Message.of("rectify.repliesNeed"));
      }
      if (Files.isDirectory(snapshot.resolve("snapshot"))) {
        all.add(Message.of("rectify.repliesLate", snapshot));
      }
      throw new Failure(ExitCode.USAGE, all);
    }
  }
}
