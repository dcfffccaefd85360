package gongkai.page;

import gongkai.page.date.DateEvidence;
import gongkai.page.date.DatedText;
import java.util.List;
import java.util.Optional;

/**
 * What one stored answer says, read without knowing any rule. Pure data: equal bytes give equal
 * facts.
 *
 * @param url the address that answered, canonical
 * @param kind article, listing, navigation or attachment
 * @param charset the encoding that decoded it, and why ({@code UTF-8 (strict)}, "GB18030 (meta
 *     gb2312)"); empty string for files
 * @param title the best title, normalised blanks; empty string if none
 * @param rawTitle the title as the page has it, control characters and all
 * @param heading the first heading of the text (h1–h3, or the title repeated as first line), empty
 *     string if none
 * @param breadcrumb the longest trail (当前位置), without 首页 and without the article's own title;
 *     outermost first
 * @param breadcrumbLinks the links of that trail, same restriction
 * @param columnName {@code ColumnName} meta; empty string if none
 * @param dates publication dates of every source but the listing, most trusted first; dates after
 *     the fetch are left out and noted in {@code dateNotes}
 * @param dateNotes words such as {@code future: 发布时间：2027-01-01}
 * @param otherDates document date, imprint, decision, approval: in the order of the page
 * @param documentNumber 文号 of this document itself (not of one it mentions), 〔〕 normalised; empty
 *     string if none
 * @param indexNumber 索引号; empty string if none
 * @param validity words of the 有效性 row, of a body mark or of the head that say whether it is in
 *     force; empty if none
 * @param text the main text, blanks folded, paragraphs separated by line feeds; at most {@link
 *     PageReader#MAX_TEXT}
 * @param beside lines outside the main text, of head, table and footer, that hold as many digits as
 *     a number by which somebody can be told, each with the line before it; empty string if none
 * @param attachments files offered in the main text
 * @param media the main text holds an image or a video
 * @param links every link of the page to http or https, in order, each address once
 * @param listing the list the page shows; empty for an article
 * @param redirect where a meta refresh or a script-only {@code location} leads; empty if nowhere
 * @param needsScript shows nothing without a script
 * @param access why the answer is no content: {@code soft404}, or a code of {@link
 *     gongkai.snapshot.Access} ({@code login}, {@code firewall}, {@code bot-protection}, {@code
 *     geo}, {@code maintenance}); empty string when it is content
 * @param file what kind of file it is; empty for HTML
 */
public record PageFacts(
    String url,
    PageKind kind,
    String charset,
    String title,
    String rawTitle,
    String heading,
    List<String> breadcrumb,
    List<Link> breadcrumbLinks,
    String columnName,
    List<DateEvidence> dates,
    List<String> dateNotes,
    List<DatedText> otherDates,
    String documentNumber,
    String indexNumber,
    String validity,
    String text,
    String beside,
    List<Attachment> attachments,
    boolean media,
    List<Link> links,
    Optional<Listing> listing,
    Optional<String> redirect,
    boolean needsScript,
    String access,
    Optional<FileFacts> file) {
  /** An article with fewer characters says nothing of its own. */
  public static final int LEAST_TEXT = 80;

  /** Of one article so many files are looked into. */
  private static final int MOST_FILES = 5;

  public PageFacts {
    breadcrumb = List.copyOf(breadcrumb);
    breadcrumbLinks = List.copyOf(breadcrumbLinks);
    dates = List.copyOf(dates);
    dateNotes = List.copyOf(dateNotes);
    otherDates = List.copyOf(otherDates);
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
  }

  /** Of HTML that holds no such digits beside its text. */
  public PageFacts(
      String url,
      PageKind kind,
      String charset,
      String title,
      String rawTitle,
      String heading,
      List<String> breadcrumb,
      List<Link> breadcrumbLinks,
      String columnName,
      List<DateEvidence> dates,
      List<String> dateNotes,
      List<DatedText> otherDates,
      String documentNumber,
      String indexNumber,
      String validity,
      String text,
      List<Attachment> attachments,
      boolean media,
      List<Link> links,
      Optional<Listing> listing,
      Optional<String> redirect,
      boolean needsScript,
      String access) {
    this(
        url,
        kind,
        charset,
        title,
        rawTitle,
        heading,
        breadcrumb,
        breadcrumbLinks,
        columnName,
        dates,
        dateNotes,
        otherDates,
        documentNumber,
        indexNumber,
        validity,
        text,
        "",
        attachments,
        media,
        links,
        listing,
        redirect,
        needsScript,
        access,
        Optional.empty());
  }

  /** The same page with another list: one whose later pages or dates are known better. */
  public PageFacts with(Listing other) {
    return new PageFacts(
        url,
        kind,
        charset,
        title,
        rawTitle,
        heading,
        breadcrumb,
        breadcrumbLinks,
        columnName,
        dates,
        dateNotes,
        otherDates,
        documentNumber,
        indexNumber,
        validity,
        text,
        beside,
        attachments,
        media,
        links,
        Optional.of(other),
        redirect,
        needsScript,
        access,
        file);
  }

  /** Too few words to be a publication by themselves: a file or a picture beside them is it. */
  public boolean thin() {
    return kind != PageKind.ATTACHMENT && text.replaceAll("\\s", "").length() < LEAST_TEXT;
  }

  /**
   * The files that speak for an article which says nothing of its own. Of every other article's
   * files it matters only that they are there: the one place where it is decided which attachments
   * a crawl reads, and an audit looks into.
   */
  public List<Attachment> speaking() {
    return kind == PageKind.ARTICLE && thin()
        ? attachments.stream().filter(Attachment::readable).limit(MOST_FILES).toList()
        : List.of();
  }

  /** {@link #access} of an answer that says, with status 200, that there is no such page. */
  public static final String NO_SUCH_PAGE = "soft404";

  /**
   * Why the answer is no content although there may be some, in the words of an {@link
   * gongkai.snapshot.Unread}; empty string when it is content, or says that there is none.
   */
  public String withheld() {
    if (access.equals(NO_SUCH_PAGE)) {
      return "";
    }
    return !access.isEmpty() ? access : needsScript ? "needs a script" : "";
  }
}
