package gongkai.cli.crawl;

import gongkai.page.Addresses;
import gongkai.page.Attachment;
import gongkai.page.Link;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads pages of a plain made-up shape, so that what the crawler does is tested apart from how real
 * pages are read: {@code <ul>} is a listing, {@code a.next} its next page, {@code <h1>} an article,
 * {@code a.file} an attachment; what follows a link is its date.
 */
final class SimplePages {
  private SimplePages() {}

  static PageFacts read(Answer answer) {
    Document page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    URI base = URI.create(answer.request().url());
    boolean article = page.selectFirst("h1") != null;
    List<ListingEntry> entries =
        page.select("ul a").stream()
            .map(
                a ->
                    new ListingEntry(
                        url(base, a), a.text(), false, Optional.empty(), beside(a), ""))
            .toList();
    List<PageRequest> next =
        page.select("a.next").stream().map(a -> PageRequest.get(url(base, a))).toList();
    Optional<Listing> listing =
        page.selectFirst("ul") == null
            ? Optional.empty()
            : Optional.of(new Listing("links", entries, next, Optional.empty(), false, ""));
    List<Link> links =
        page.select("a").stream()
            .filter(a -> Addresses.resolve(base, a.attr("href")).isPresent())
            .map(a -> new Link(url(base, a), a.text()))
            .toList();
    return new PageFacts(
        answer.request().url(),
        article ? PageKind.ARTICLE : listing.isPresent() ? PageKind.LISTING : PageKind.NAVIGATION,
        "UTF-8",
        page.title(),
        page.title(),
        "",
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        page.text(),
        page.select("a.file").stream().map(a -> new Attachment(url(base, a), a.text())).toList(),
        false,
        links,
        listing,
        Optional.empty(),
        false,
        "");
  }

  private static String beside(Element a) {
    return a.nextElementSibling() == null ? "" : a.nextElementSibling().text();
  }

  private static String url(URI base, Element a) {
    return Addresses.resolve(base, a.attr("href")).orElse("");
  }
}
