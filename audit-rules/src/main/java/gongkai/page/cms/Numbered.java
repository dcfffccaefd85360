package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a request that counts pages or rows, in its address or its form. */
record Numbered(PageRequest request, boolean inForm, int from, int to, int number, boolean rows) {
  /** Names of parameters that count pages, as the systems of government sites have them. */
  static final String PAGE =
      "cpage|currpage|curpage|currentpage|current_page|nowpage|pageno|page_no|pagenum|pagenumber|pageindex|page_index|pageid|gotopage|topage|page|pn|pi|p";

  private static final Pattern BY_PAGE =
      Pattern.compile("(?i)(?<=^|[?&])(?:[\\w.]*\\.)?(?:" + PAGE + ")=(\\d{1,6})(?=&|$)");
  private static final Pattern BY_ROW =
      Pattern.compile("(?i)(?<=^|[?&])(?:start|offset|startrow|first|skip|from)=(\\d{1,7})(?=&|$)");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?i)(?<=^|[?&])(?:pagesize|page_size|perpage|rows|limit|size|num|pagelimit)=(\\d{1,5})(?=&|$)");

  static Optional<Numbered> of(PageRequest request) {
    for (Pattern pattern : List.of(BY_PAGE, BY_ROW)) {
      for (boolean inForm : new boolean[] {true, false}) {
        String text = inForm ? request.form().orElse("") : request.url();
        Matcher m = pattern.matcher(text);
        if (m.find()) {
          return Optional.of(
              new Numbered(
                  request,
                  inForm,
                  m.start(1),
                  m.end(1),
                  Integer.parseInt(m.group(1)),
                  pattern == BY_ROW));
        }
      }
    }
    return Optional.empty();
  }

  /** Rows of one page as the request asks for them; empty if it does not say. */
  Optional<Integer> size() {
    String text = request.url() + "&" + request.form().orElse("");
    Matcher m = SIZE.matcher(text);
    return m.find() && Integer.parseInt(m.group(1)) > 0
        ? Optional.of(Integer.valueOf(m.group(1)))
        : Optional.empty();
  }

  /** Rows up to the end of this page, if pages begin with 1. */
  long upTo(int shown) {
    return rows ? (long) number + shown : (long) number * size().orElse(shown);
  }

  /** The same request for the following page. */
  PageRequest following(int shown) {
    return with(rows ? number + size().orElse(shown) : number + 1);
  }

  private PageRequest with(int next) {
    if (inForm) {
      String form = request.form().orElseThrow();
      return new PageRequest(
          request.url(), Optional.of(form.substring(0, from) + next + form.substring(to)));
    }
    String url = request.url();
    return new PageRequest(url.substring(0, from) + next + url.substring(to), request.form());
  }
}
