package gongkai.cli.commands;

import gongkai.cli.Amounts;
import gongkai.cli.Failure;
import gongkai.cli.crawl.Crawl;
import gongkai.message.Message;
import gongkai.page.Addresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a site is spoken to: every command that asks a site shares them. */
public final class SiteOptions {
  @Option(names = "--seed", paramLabel = "URL")
  private List<String> seeds = new ArrayList<>();

  @Option(names = "--rate", paramLabel = "N", converter = Amounts.Rate.class)
  private double rate = 2;

  @Option(names = "--connections", paramLabel = "N")
  private int connections = 2;

  @Option(names = "--allow-host", paramLabel = "HOST", split = ",")
  private List<String> allowedHosts = new ArrayList<>();

  @Mixin private RequestOptions requests = new RequestOptions();

  @Option(names = "--render")
  private boolean render;

  @Option(names = "--progress", paramLabel = "auto|plain|none")
  private String progress = "auto";

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
    return requests.manners(rate, connections, render ? Crawl.browser() : Optional.empty());
  }

  /** Where the crawl stops. */
  Crawl.Limits limits(int maxPages, int maxDepth, Optional<Duration> maxTime) {
    return requests.limits(maxPages, maxDepth, maxTime);
  }

  /**
   * Checks what needs no network.
   *
   * @throws Failure with exit code 2 naming the option and what to write
   */
  void check() {
    oneOf("--progress", progress, List.of("auto", "plain", "none"));
    within("--connections", connections, 1, 64);
    requests.check();
    if (render && Crawl.browser().isEmpty()) {
      throw Failure.usage(Message.of("crawl.noBrowser"));
    }
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
}
