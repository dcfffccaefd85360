package gongkai;

import gongkai.AuditResult.FileResult;
import gongkai.message.Message;
import gongkai.page.FileFacts;
import gongkai.page.FileFormat;
import gongkai.page.PageFacts;
import gongkai.site.SiteFile;
import gongkai.site.SitePage;
import gongkai.snapshot.FileText.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What an audit says of files (附件): which there are, and which could not be read. */
final class FileStatement {
  private FileStatement() {}

  /** The page itself when it is a file, then the files that it offers. */
  static List<FileResult> of(SitePage page) {
    Stream<FileResult> own =
        page.facts().stream()
            .filter(f -> f.file().isPresent())
            .map(
                f ->
                    result(
                        page.url(),
                        page.title(),
                        f.file().get().format(),
                        Optional.of(f),
                        page.sha256()));
    Stream<FileResult> offered =
        page.files().stream()
            .map(f -> result(f.url(), f.name(), f.format(), f.facts(), f.sha256()));
    return Stream.concat(own, offered).toList();
  }

  private static FileResult result(
      String url, String name, FileFormat format, Optional<PageFacts> facts, String sha256) {
    Optional<FileFacts> file = facts.flatMap(PageFacts::file);
    return new FileResult(
        url,
        name,
        format,
        file.map(f -> OptionalLong.of(f.size())).orElse(OptionalLong.empty()),
        sha256,
        file.map(FileFacts::state),
        file.map(FileFacts::detail).orElse(""));
  }

  /** A file that was fetched and whose words are not known is never silently taken as empty. */
  static List<Message> notes(SitePage page) {
    List<Message> notes = new ArrayList<>();
    page.facts()
        .ifPresent(
            f -> f.file().flatMap(file -> unread(page.title(), file, f)).ifPresent(notes::add));
    for (SiteFile offered : page.files()) {
      offered
          .facts()
          .flatMap(f -> f.file().flatMap(file -> unread(offered.name(), file, f)))
          .ifPresent(notes::add);
    }
    return notes;
  }

  private static Optional<Message> unread(String name, FileFacts file, PageFacts facts) {
    String format = file.format().shown();
    if (file.state() == State.READ) {
      return facts.text().isBlank()
          ? Optional.of(Message.of("judge.note.file.pictures", name, format))
          : Optional.empty();
    }
    if (file.format() == FileFormat.OTHER) {
      return Optional.empty();
    }
    String key =
        "judge.note.file." + file.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Optional.of(Message.of(key, name, format, file.detail()));
  }
}
