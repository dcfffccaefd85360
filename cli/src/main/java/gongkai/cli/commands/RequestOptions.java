package gongkai.cli.commands;

import gongkai.cli.Amounts;
import gongkai.cli.Failure;
import gongkai.cli.Version;
import gongkai.cli.crawl.Crawl;
import gongkai.message.Message;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a single request, for every command that makes one. */
public final class RequestOptions {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  @Option(names = "--timeout", paramLabel = "TIME", converter = Amounts.Time.class)
  private Duration timeout = Duration.ofSeconds(20);

  @Option(names = "--retries", paramLabel = "N")
  private int retries = 3;

  @Option(names = "--max-body", paramLabel = "SIZE", converter = Amounts.Size.class)
  private long maxBody = 10_000_000;

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

  /** Names the tool and where to ask: its operator is whom the site's log shows by address. */
  static String defaultUserAgent() {
    return "gongkai/" + Version.number() + " (disclosure audit; contact: --user-agent names one)";
  }

  /** How a host is spoken to. */
  Crawl.Manners manners(double rate, int connections, Optional<Path> browser) {
    return new Crawl.Manners(
        rate,
        connections,
        robots.equals("ignore") ? consent.strip() : "",
        userAgent,
        headers,
        proxy.map(RequestOptions::proxy),
        caFile,
        browser);
  }

  /** Where asking stops. */
  Crawl.Limits limits(int maxPages, int maxDepth, Optional<Duration> maxTime) {
    return new Crawl.Limits(maxPages, maxDepth, maxTime, timeout, retries, FIRST_PAUSE, maxBody);
  }

  /**
   * Checks what needs no network.
   *
   * @throws Failure with exit code 2 naming the option and what to write
   */
  void check() {
    SiteOptions.oneOf("--robots", robots, List.of("obey", "ignore"));
    SiteOptions.within("--retries", retries, 0, 10);
    SiteOptions.within("--max-body", maxBody, 1, 1_000_000_000);
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
