package gongkai.cli.report.html;

import gongkai.AuditResult.RequirementResult;
import gongkai.cli.report.PlainText;
import gongkai.judge.Finding;
import gongkai.rectify.Asked;
import gongkai.rectify.Reply;
import gongkai.rectify.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A gap as a row of an office's table; its columns are those of {@code reply.columns}. */
final class OfficeRow {
  private OfficeRow() {}

  /** One row with the office's reply, or with room for it; one for each if there are several. */
  static List<List<String>> of(OfficeList list, OfficeTask task, Optional<Role> role) {
    List<Optional<Reply>> replies =
        task.replies().isEmpty()
            ? List.of(Optional.empty())
            : task.replies().stream().map(Optional::of).toList();
    return replies.stream().map(reply -> row(list, task, role, reply)).toList();
  }

  private static List<String> row(
      OfficeList list, OfficeTask task, Optional<Role> role, Optional<Reply> reply) {
    RequirementResult r = task.gap().of();
    Finding f = task.gap().finding();
    Optional<Asked> asked = task.asked();
    Stream<String> what =
        Stream.of(
            task.id(),
            asked.isPresent() ? list.notice() : "",
            reply.map(Reply::office).filter(String::isEmpty).orElse(list.office()),
            asked.isPresent() ? "rectify" : "check",
            role.map(Role::code).orElse(""),
            r.item().id(),
            r.requirement().id(),
            r.item().category(),
            r.item().name(),
            r.requirement().name(),
            f.verdict().name(),
            f.severity().code(),
            f.period(),
            day(f.trigger()),
            day(f.due()),
            day(f.published()),
            task.gap().daysLate().isPresent() ? "" + task.gap().daysLate().getAsInt() : "",
            f.title(),
            f.url(),
            f.reason().in(list.lists().lang()),
            task.gap().cure(list.lists().words()),
            day(asked.map(Asked::by)),
            day(asked.map(Asked::first)),
            task.digest());
    return Stream.concat(what, reply(reply)).map(PlainText::line).toList();
  }

  private static Stream<String> reply(Optional<Reply> reply) {
    return Stream.of(
        reply.map(Reply::reply).orElse(""),
        reply.map(Reply::repliedBy).orElse(""),
        day(reply.flatMap(Reply::repliedOn)),
        reply.flatMap(Reply::ruling).map(ruling -> ruling.code()).orElse(""),
        reply.map(Reply::ruledBy).orElse(""),
        day(reply.flatMap(Reply::ruledOn)),
        reply.map(Reply::comment).orElse(""));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
