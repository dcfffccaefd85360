package gongkai.probe;

import gongkai.catalogue.Catalogue;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.notice.Masking;
import gongkai.page.Addresses;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * What kind of site a snapshot shows ({@code gongkai probe}). A pure function of the snapshot and
 * the catalogue; a snapshot of a few pages gives a probe of these pages, and what it did not meet
 * may still be there.
 *
 * @param startRead the start page was read
 * @param pages answers that are pages or files
 * @param systems systems of which a mark was found, the likeliest first
 * @param sections by address, those that are only linked last
 * @param requirements all of the catalogue, in order
 * @param encodings how pages are encoded, and why they were read so, with their number
 * @param troubles what was not read and what showed no content
 * @param unknownPage what the site answers for an address that it cannot have; empty if not asked
 * @param otherHosts hosts that navigation leads to under names that stand for requirements, with
 *     these names
 */
public record Probe(
    CrawlInfo crawl,
    boolean startRead,
    int pages,
    List<Cms> systems,
    List<SectionSeen> sections,
    List<RequirementSeen> requirements,
    DatesSeen dates,
    Map<String, Integer> encodings,
    List<Trouble> troubles,
    Optional<UnknownPage> unknownPage,
    Map<String, List<String>> otherHosts,
    Volume volume) {
  public Probe {
    systems = List.copyOf(systems);
    sections = List.copyOf(sections);
    requirements = List.copyOf(requirements);
    encodings = java.util.Collections.unmodifiableMap(new TreeMap<>(encodings));
    troubles = List.copyOf(troubles);
    otherHosts = java.util.Collections.unmodifiableMap(new TreeMap<>(otherHosts));
  }

  /**
   * Something that was not read, or showed no content.
   *
   * @param what {@code failed}, {@code robots}, {@code trap}, {@code host}, {@code max_pages} …, or
   *     the reason of a page without content: {@code blocked}, {@code login}, {@code script} …
   * @param detail in short words; empty string if there are none
   * @param example the first such address
   */
  public record Trouble(String what, String detail, int count, String example) {}

  /**
   * The answer for an address that does not exist.
   *
   * @param status empty if there was no answer
   * @param location where it redirects; empty string if it does not
   * @param access as {@code PageFacts.access}: {@code soft404} if the page is recognised as one
   * @param title of the answer
   * @param failure why there was no answer; empty string if there was
   */
  public record UnknownPage(
      String url,
      OptionalInt status,
      String location,
      String access,
      String title,
      String failure) {
    /** The site says by its status, or by words that we know, that there is no such page. */
    public boolean told() {
      boolean gone = status.isPresent() && (status.getAsInt() == 404 || status.getAsInt() == 410);
      return gone || access.equals("soft404");
    }
  }

  /**
   * Looks at a snapshot.
   *
   * @param unknown an address that the site cannot have, asked for to see what it answers; it is
   *     left out of everything else
   */
  public static Probe of(Snapshot snapshot, Catalogue catalogue, Optional<String> unknown) {
    Snapshot pages =
        unknown
            .<Snapshot>map(u -> new PagesSeen.Without(snapshot, PageRequest.get(u).key()))
            .orElse(snapshot);
    CrawlInfo crawl = snapshot.info();
    Set<String> hosts = new HashSet<>(crawl.hosts());
    hosts.addAll(crawl.allowedHosts());
    PagesSeen seen = new PagesSeen(pages);
    Site site = SiteBuilder.build(pages);
    Matcher matcher = new Matcher(catalogue);
    List<PageMatches> matches = matcher.match(site);
    List<SectionSeen> sections = new SectionsFinder(site, seen, matcher, matches, hosts).find();
    Probe probe =
        new Probe(
            crawl,
            site.startReadable(),
            seen.facts().size(),
            seen.systems(),
            sections,
            RequirementSeen.of(catalogue, sections),
            DatesSeen.of(site.pages()),
            encodings(seen),
            troubles(seen),
            unknown.flatMap(u -> unknownPage(snapshot, u)),
            otherHosts(sections),
            Volume.of(site, sections, matcher));
    return Masking.of(probe);
  }

  private static Map<String, Integer> encodings(PagesSeen seen) {
    Map<String, Integer> encodings = new TreeMap<>();
    seen.facts().values().stream()
        .filter(f -> f.kind() != PageKind.ATTACHMENT && !f.charset().isEmpty())
        .forEach(f -> encodings.merge(f.charset(), 1, Integer::sum));
    return encodings;
  }

  private static List<Trouble> troubles(PagesSeen seen) {
    Map<String, Trouble> troubles = new TreeMap<>();
    for (Unread u : seen.unread()) {
      // a mirror or a search that was left out is nothing that was not read
      if (u.why().cut()) {
        count(troubles, u.why().name().toLowerCase(Locale.ROOT), u.detail(), u.request().url());
      }
    }
    for (PageFacts facts : seen.facts().values()) {
      if (!facts.access().isEmpty()) {
        count(troubles, facts.access(), "", facts.url());
      } else if (facts.needsScript()) {
        count(troubles, "script", "", facts.url());
      }
    }
    return List.copyOf(troubles.values());
  }

  private static void count(Map<String, Trouble> troubles, String what, String detail, String url) {
    troubles.merge(
        what + " " + detail,
        new Trouble(what, detail, 1, url),
        (one, other) -> new Trouble(what, detail, one.count() + 1, one.example()));
  }

  private static Optional<UnknownPage> unknownPage(Snapshot snapshot, String url) {
    String key = PageRequest.get(url).key();
    List<UnknownPage> found = new ArrayList<>();
    snapshot.forEach(
        answer -> {
          if (answer.request().key().equals(key)) {
            found.add(unknownPage(answer));
          }
        });
    snapshot.unread().stream()
        .filter(u -> u.request().key().equals(key))
        .forEach(u -> found.add(new UnknownPage(url, OptionalInt.empty(), "", "", "", u.detail())));
    return found.stream().findFirst();
  }

  private static UnknownPage unknownPage(Answer answer) {
    boolean page = answer.status() / 100 == 2;
    Optional<PageFacts> facts = page ? Optional.of(PageReader.read(answer)) : Optional.empty();
    return new UnknownPage(
        answer.request().url(),
        OptionalInt.of(answer.status()),
        answer.location().orElse(""),
        facts.map(PageFacts::access).orElse(""),
        facts.map(PageFacts::title).orElse(""),
        "");
  }

  private static Map<String, List<String>> otherHosts(List<SectionSeen> sections) {
    Map<String, List<String>> hosts = new TreeMap<>();
    sections.stream()
        .filter(s -> s.state() == SectionSeen.State.ELSEWHERE)
        .sorted(Comparator.comparing(SectionSeen::url))
        .forEach(
            s ->
                hosts
                    .computeIfAbsent(Addresses.host(s.url()), h -> new ArrayList<>())
                    .add(s.name()));
    return hosts;
  }
}
