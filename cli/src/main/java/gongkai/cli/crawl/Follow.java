package gongkai.cli.crawl;

import gongkai.cli.crawl.Target.Kind;
import gongkai.page.Attachment;
import gongkai.page.Link;
import gongkai.page.ListReading;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageRequest;
import gongkai.page.date.AddressDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which links of a page are followed, and as what. */
final class Follow {
  /** Links inside articles are followed so many in a row. */
  private static final int BODY_LINKS = 2;

  private static final Pattern PAGER_WORDS =
      Pattern.compile("[\\[\\s]*(\\d{1,5}|[上下前后首尾末][一]?页|[<>«»‹›]+|\\.{2,}|…)[\\]\\s]*");
  private static final Pattern NO_TITLE = Pattern.compile("[\\d\\s\\p{Punct}年月日号周星期]*");

  private static final String NEXT_PAGE = "next page of a listing";

  private final Frontier frontier;
  private final Sites sites;
  private final Shapes shapes;
  private final FetchPolicy policy;

  Follow(Frontier frontier, Sites sites, Shapes shapes, FetchPolicy policy) {
    this.frontier = frontier;
    this.sites = sites;
    this.shapes = shapes;
    this.policy = policy;
  }

  /** Follows a page that was read. */
  void page(Target target, PageFacts facts, long fingerprint) {
    String url = target.url();
    if (!facts.access().isEmpty()) {
      shapes.read(url, false);
      return;
    }
    boolean own = sites.own(target.host());
    // of an allowed host: the page linked from the site, and its listing
    boolean fromSite = target.foundOn().isEmpty() || sites.own(host(target.foundOn()));
    boolean list = target.list().isPresent() || own || fromSite;
    boolean brought = false;
    Set<String> listed = new HashSet<>();
    if (list && facts.listing().isPresent()) {
      brought = listing(target, facts, facts.listing().get(), listed);
    } else if (target.list().isPresent()) {
      brought = true;
      goOn(target, target.list().get().reading().absent("shows no list"));
    }
    if (own && shapes.copy(url, facts)) {
      frontier.copy(target);
    } else if (own) {
      facts.redirect().ifPresent(to -> refresh(target, to));
      brought |= links(target, facts, listed);
    }
    boolean document = facts.kind() == PageKind.ARTICLE || facts.kind() == PageKind.ATTACHMENT;
    brought |= document && shapes.newContent(fingerprint);
    shapes.read(url, brought);
  }

  private static String host(String url) {
    return gongkai.page.Addresses.host(url);
  }

  private void refresh(Target target, String to) {
    if (target.hops().size() < Crawler.MAX_HOPS) {
      frontier.wantHop(target.redirected(to), "redirect to " + host(to));
    }
  }

  /** A listing is read as far as it can be: one page that failed does not end it. */
  void afterFailure(Target target, String why) {
    target.list().ifPresent(list -> goOn(target, list.reading().failed(why)));
  }

  /** There is no such page of the listing. */
  void afterAbsence(Target target, int status) {
    target.list().ifPresent(list -> goOn(target, list.reading().absent(Integer.toString(status))));
  }

  private void goOn(Target target, Optional<PageRequest> next) {
    next.ifPresent(
        request -> frontier.wantHop(page(target, target.list().orElseThrow(), request), NEXT_PAGE));
  }

  private boolean listing(Target target, PageFacts facts, Listing page, Set<String> listed) {
    OpenList list =
        target
            .list()
            .orElseGet(
                () -> new OpenList(new ListReading(target.request()), section(target, facts)));
    Optional<PageRequest> next = list.reading().read(page).filter(n -> policy.further(page));
    boolean brought = false;
    for (ListingEntry entry : page.entries()) {
      Target article =
          Target.of(
              entry.url(), Target.Kind.ARTICLE, target.depth() + 1, target.url(), entry.title());
      listed.add(article.key());
      brought |= !frontier.knows(article.key()) && !NO_TITLE.matcher(entry.title()).matches();
      if (policy.wanted(entry, list.section())) {
        frontier.want(article);
      } else {
        // a row without a date may be a column
        boolean dated = entry.date().isPresent() || AddressDate.of(entry.url()).isPresent();
        frontier.note(article, dated);
      }
    }
    page.next().forEach(request -> listed.add(request.key()));
    next.ifPresent(request -> frontier.wantHop(page(target, list, request), NEXT_PAGE));
    return brought;
  }

  /** A later page of the listing that a target began or continues. */
  private static Target page(Target target, OpenList list, PageRequest request) {
    return new Target(
        request,
        Target.Kind.LIST_PAGE,
        target.depth(),
        target.url(),
        target.words(),
        Optional.of(list),
        0,
        List.of());
  }

  private static List<String> section(Target target, PageFacts facts) {
    Set<String> names = new LinkedHashSet<>(facts.breadcrumb());
    names.add(target.words());
    names.add(facts.columnName());
    names.add(facts.title());
    names.remove("");
    return List.copyOf(names);
  }

  /** True when a link shows an address shape that no page had before. */
  private boolean links(Target target, PageFacts facts, Set<String> listed) {
    boolean brought = false;
    // a column that shows a text of its own may lead to others beside it; a dated article does not
    boolean column =
        target.kind() == Target.Kind.SECTION
            && facts.dates().isEmpty()
            && facts.documentNumber().isEmpty();
    if (facts.kind() == PageKind.ARTICLE && !column) {
      facts.breadcrumbLinks().forEach(link -> section(target, link));
      if (!policy.articleLinks()) {
        return false;
      }
      List<Attachment> speaking = facts.speaking();
      facts
          .attachments()
          .forEach(a -> file(target, a, speaking.contains(a) ? Kind.FILE : Kind.PROBE, listed));
      if (target.bodyLinks() < BODY_LINKS) {
        facts.links().stream()
            .filter(link -> !listed.contains(PageRequest.get(link.url()).key()))
            .forEach(link -> frontier.want(body(target, link)));
      }
      return false;
    }
    Set<String> pages = new HashSet<>();
    facts.listing().ifPresent(l -> l.next().forEach(r -> pages.add(Shapes.of(r.url()))));
    for (Link link : facts.links()) {
      String key = PageRequest.get(link.url()).key();
      String shape = Shapes.of(link.url());
      boolean pager = pages.contains(shape) && PAGER_WORDS.matcher(link.text()).matches();
      if (listed.contains(key) || pager) {
        continue;
      }
      if (sites.asked(host(link.url()))) {
        brought |= shapes.newShape(link.url());
      }
      section(target, link);
    }
    return brought;
  }

  private void section(Target target, Link link) {
    if (policy.section(link)) {
      frontier.want(
          Target.of(
              link.url(), Target.Kind.SECTION, target.depth() + 1, target.url(), link.text()));
    }
  }

  private void file(Target target, Attachment attachment, Kind kind, Set<String> listed) {
    Target file =
        Target.of(attachment.url(), kind, target.depth(), target.url(), attachment.name());
    listed.add(file.key());
    frontier.want(file);
  }

  private static Target body(Target target, Link link) {
    return new Target(
        PageRequest.get(link.url()),
        Target.Kind.BODY,
        target.depth() + 1,
        target.url(),
        link.text(),
        Optional.empty(),
        target.bodyLinks() + 1,
        List.of());
  }
}
