package gongkai.cli.crawl;

import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.snapshot.Answer;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stored answer as the crawl needs it: without the body, which may be large.
 *
 * @param facts of a page; empty for redirects, for "there is no such page" and for other files
 * @param fingerprint of what a page says, its digits left out: the same for every day of a calendar
 * @param body of robots.txt and sitemaps; empty for pages
 */
record Reply(
    int status,
    Optional<String> location,
    boolean truncated,
    Optional<PageFacts> facts,
    long fingerprint,
    byte[] body) {

  static Reply to(Target target, Answer answer, Function<Answer, PageFacts> reader) {
    boolean page = target.kind().page();
    Optional<PageFacts> facts =
        page && answer.status() / 100 == 2 ? Optional.of(reader.apply(answer)) : Optional.empty();
    return new Reply(
        answer.status(),
        answer.location(),
        answer.truncated(),
        facts,
        facts.map(f -> fingerprint(f, answer)).orElse(0L),
        page ? new byte[0] : answer.body());
  }

  private static long fingerprint(PageFacts facts, Answer answer) {
    String words = facts.title() + "\n" + facts.text();
    if (facts.kind() == PageKind.ATTACHMENT || words.isBlank()) {
      return Long.parseUnsignedLong(answer.sha256().substring(0, 16), 16);
    }
    long hash = 1125899906842597L;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c < '0' || c > '9') {
        hash = 31 * hash + c;
      }
    }
    return hash;
  }
}
