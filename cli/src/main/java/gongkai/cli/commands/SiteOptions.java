package gongkai.cli.commands;

import gongkai.cli.Amounts;
import gongkai.cli.Failure;
import gongkai.cli.Version;
import gongkai.cli.crawl.Crawl;
import gongkai.message.Message;
import gongkai.page.Addresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options by which a site is spoken to: every command that asks a site shares them. */
public final class SiteOptions {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  @Option(names = "--seed", paramLabel = "URL")
  private List<String> seeds = new ArrayList<>();

  @Option(names = "--rate", paramLabel = "N", converter = Amounts.Rate.class)
  private double rate = 2;

  @Option(names = "--connections", paramLabel = "N")
  private int connections = 2;

  @Option(names = "--timeout", paramLabel = "TIME", converter = Amounts.Time.class)
  private Duration timeout = Duration.ofSeconds(20);

  @Option(names = "--retries", paramLabel = "N")
  private int retries = 3;

  @Option(names = "--max-body", paramLabel = "SIZE", converter = Amounts.Size.class)
  private long maxBody = 10_000_000;

  @Option(names = "--allow-host", paramLabel = "HOST", split = ",")
  private List<String> allowedHosts = new ArrayList<>();

  @Option(names = "--robots", paramLabel = "obey|ignore")
  private String robots = "obey";

  @Option(names = "--operator-consent", paramLabel = "TEXT")
  private String consent = "";

  @Option(names = "--user-agent", paramLabel = "TEXT")
  private String userAgent = defaultUserAgent();

  @Option(names = "--header", paramLabel = "NAME: VALUE")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--proxy", paramLabel = "URL")
  private Optional<String> proxy = Optional.empty();

  @Option(names = "--ca-file", paramLabel = "FILE")
  private Optional<Path> caFile = Optional.empty();

  @Option(names = "--render")
  private boolean render;

  @Option(names = "--progress", paramLabel = "auto|plain|none")
  private String progress = "auto";

  /** Names the tool and where to ask: its operator is whom the site's log shows by address. */
  static String defaultUserAgent() {
    return "gongkai/" + Version.number() + " (disclosure audit; contact: --user-agent names one)";
  }

  String progress() {
    return progress;
  }

  double rate() {
    return rate;
  }

  /** Further start addresses, checked. */
  List<String> seeds() {
    return seeds.stream().map(seed -> address("--seed", seed)).toList();
  }

  /**
   * Hosts that the site may lead to, checked.
   *
   * @param hosts further hosts of the bureau from the rule file
   */
  List<String> allowed(List<String> hosts) {
    List<String> allowed = new ArrayList<>();
    hosts.forEach(host -> allowed.add(host("hosts", host)));
    allowedHosts.forEach(host -> allowed.add(host("--allow-host", host)));
    return allowed.stream().distinct().toList();
  }

  /** How the site is spoken to. */
  Crawl.Manners manners() {
    return new Crawl.Manners(
        rate,
        connections,
        robots.equals("ignore") ? consent.strip() : "",
        userAgent,
        headers,
        proxy.map(SiteOptions::proxy),
        caFile,
        render ? Crawl.browser() : Optional.empty());
  }

  /** Where the crawl stops. */
  Crawl.Limits limits(int maxPages, int maxDepth, Optional<Duration> maxTime) {
    return new Crawl.Limits(maxPages, maxDepth, maxTime, timeout, retries, FIRST_PAUSE, maxBody);
  }

  /**
   * Checks what needs no network.
   *
   * @throws Failure with exit code 2 naming the option and what to write
   */
  void check() {
    oneOf("--robots", robots, List.of("obey", "ignore"));
    oneOf("--progress", progress, List.of("auto", "plain", "none"));
    within("--connections", connections, 1, 64);
    within("--retries", retries, 0, 10);
    within("--max-body", maxBody, 1, 1_000_000_000);
    if (robots.equals("ignore") && consent.isBlank()) {
      throw Failure.usage(Message.of("crawl.consent"));
    }
    if (userAgent.isBlank() || !plain(userAgent)) {
      throw Failure.usage(Message.of("crawl.userAgent", userAgent));
    }
    for (String header : headers) {
      if (!header.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+:.*") || !plain(header)) {
        throw Failure.usage(Message.of("crawl.header", header));
      }
    }
    if (render && Crawl.browser().isEmpty()) {
      throw Failure.usage(Message.of("crawl.noBrowser"));
    }
    if (caFile.isPresent()) {
      try {
        Crawl.checkCertificates(caFile.get());
      } catch (IOException e) {
        throw Failure.usage(Message.of("crawl.caFile", caFile.get(), e.toString()));
      }
    }
  }

  private static boolean plain(String text) {
    return text.chars().allMatch(c -> c >= 32 && c < 127 || c == '\t');
  }

  static void oneOf(String option, String value, List<String> words) {
    if (!words.contains(value)) {
      throw Failure.usage(Message.of("crawl.oneOf", option, value, String.join(", ", words)));
    }
  }

  static void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw Failure.usage(Message.of("crawl.within", option, value, least, most));
    }
  }

  /** A whole address; one without a scheme is tried with http first. */
  static String address(String option, String words) {
    String whole = words.contains("://") ? words : "http://" + words;
    return Addresses.canonical(whole)
        .filter(url -> url.startsWith("http"))
        .orElseThrow(() -> Failure.usage(Message.of("crawl.address", option, words)));
  }

  private static String host(String option, String words) {
    String host = Addresses.host(address(option, words.strip().toLowerCase(Locale.ROOT)));
    if (host.isEmpty()) {
      throw Failure.usage(Message.of("crawl.host", option, words));
    }
    return host;
  }

  private static InetSocketAddress proxy(String words) {
    try {
      URI uri = new URI(words);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException unreadable) {
      throw Failure.usage(Message.of("crawl.proxy", words));
    }
    throw Failure.usage(Message.of("crawl.proxy", words));
  }
}
