package gongkai.page;

import gongkai.page.date.AddressDate;
import gongkai.page.date.DateEvidence;
import gongkai.snapshot.Answer;
import gongkai.snapshot.FileText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * A file being read: its lines are read as those of an article's text are, so that number, document
 * date and validity are found by the same rules. When it was published, nothing in it says: neither
 * its own metadata, which name the day of a conversion, nor labels in its text.
 */
final class FileReading {
  /** {@code — 3 —}, {@code 第3页 共8页}: at the foot of a printed page, in the midst of the text. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[-—–－\\s]*\\d{1,4}[-—–－\\s]*|第\\s*\\d+\\s*页.{0,10}|\\d+\\s*/\\s*\\d+");

  private final String url;
  private final Answer answer;
  private final LocalDate fetched;

  FileReading(String url, Answer answer, LocalDate fetched) {
    this.url = url;
    this.answer = answer;
    this.fetched = fetched;
  }

  PageFacts facts() {
    FileFormat format = FileFormat.of(answer.body(), answer.contentType(), url);
    FileText text = answer.fileText().orElseGet(() -> FileText.unread(FileText.State.NOT_READ, ""));
    List<String> lines = lines(text.text());
    String heading = FileHeading.of(lines);
    PageFacts read =
        new Reading(PageRequest.get(url), url, new Decoded(html(heading, lines), ""), fetched)
            .facts();
    List<DateEvidence> dates =
        AddressDate.of(url).filter(d -> !d.date().isAfter(fetched)).stream().toList();
    return new PageFacts(
        url,
        PageKind.ATTACHMENT,
        "",
        heading,
        heading,
        heading,
        List.of(),
        List.of(),
        "",
        dates,
        List.of(),
        read.otherDates(),
        read.documentNumber(),
        "",
        read.validity(),
        String.join("\n", lines),
        "",
        List.of(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        "",
        Optional.of(
            new FileFacts(
                format,
                answer.body().length,
                text.state(),
                text.detail(),
                AddressDate.ofEntry(url).filter(d -> !d.date().isAfter(fetched)))));
  }

  private static List<String> lines(String text) {
    String cut =
        text.length() > PageReader.MAX_TEXT ? text.substring(0, PageReader.MAX_TEXT) : text;
    return Texts.foldLines(cut)
        .lines()
        .filter(line -> !PAGE_NUMBER.matcher(line).matches())
        .toList();
  }

  /** The text as the plainest article there is. */
  private static String html(String heading, List<String> lines) {
    StringBuilder html = new StringBuilder("<meta name=ArticleTitle content=\"");
    html.append(Entities.escape(heading.isEmpty() ? "文件" : heading));
    html.append("\"><div id=zoom>");
    // a printed document has its number above its title: a page has it below
    html.append("<h1>").append(Entities.escape(heading)).append("</h1>");
    lines.forEach(line -> html.append("<p>").append(Entities.escape(line)).append("</p>"));
    return html.append("</div>").toString();
  }
}
