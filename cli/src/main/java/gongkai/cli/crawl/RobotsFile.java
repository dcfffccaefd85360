package gongkai.cli.crawl;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a host's robots.txt (RFC 9309) lets us read. */
final class RobotsFile {
  /** Product token that robots.txt files name us by. */
  static final String TOKEN = "gongkai";

  /** Bytes that are read; the standard asks for at least 500 KiB. */
  static final int MAX_BYTES = 512 * 1024;

  /** A longer Crawl-delay is obeyed up to here: some files ask for hours. */
  static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  /** No file: everything may be read. */
  static final RobotsFile NONE =
      new RobotsFile(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty());

  private final SimpleRobotRules rules;
  private final Optional<Duration> delay;

  private RobotsFile(SimpleRobotRules rules, Optional<Duration> delay) {
    this.rules = rules;
    this.delay = delay;
  }

  /** Reads a file; a page of HTML that answers for a missing file is none. */
  static RobotsFile read(String url, byte[] body) {
    if (html(body)) {
      return NONE;
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    SimpleRobotRules rules = parser.parseContent(url, body, "text/plain", Set.of(TOKEN));
    long millis = rules.getCrawlDelay();
    return new RobotsFile(
        rules,
        millis <= 0
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()))));
  }

  private static boolean html(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s+", "");
    String start = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
    return start.startsWith("<") || start.contains("<html") || start.contains("<!doctype");
  }

  Optional<Duration> delay() {
    return delay;
  }

  /** How many of its rules speak to us. */
  int rules() {
    return rules.getRobotRules().size();
  }

  /** True when everything is forbidden and nothing excepted. */
  boolean shut() {
    return rules.isAllowNone()
        || rules.getRobotRules().stream().noneMatch(RobotRule::isAllow)
            && rules.getRobotRules().stream().anyMatch(r -> r.getPrefix().equals("/"));
  }

  List<String> sitemaps() {
    return rules.getSitemaps();
  }

  /** The rule that forbids an address, as {@code Disallow: /admin}; empty if it may be read. */
  Optional<String> forbids(String url) {
    if (rules.isAllowed(url)) {
      return Optional.empty();
    }
    return Optional.of(
        rules.getRobotRules().stream()
            .filter(rule -> !rule.isAllow() && !alone(rule).isAllowed(url))
            .map(RobotRule::getPrefix)
            .max(Comparator.comparingInt(String::length))
            .map(prefix -> "Disallow: " + prefix)
            .orElse("robots.txt"));
  }

  private static SimpleRobotRules alone(RobotRule rule) {
    SimpleRobotRules only = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
    only.addRule(rule.getPrefix(), false);
    return only;
  }
}
