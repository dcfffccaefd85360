package gongkai.snapshot;

import gongkai.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a page could not be read (访问障碍), as far as the other side's answer tells: a closed set, each
 * with words in both languages ({@code access.<code>}). Source: the access traps that Chinese
 * government sites are known for.
 */
public enum Access {
  UNKNOWN_HOST,
  /** Refused, unroutable: a dead host, or one that turns foreign networks away. */
  NO_CONNECTION,
  TIMEOUT,
  BROKEN,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_SELF_SIGNED,
  CERTIFICATE_NAME,
  /** The server sends its own certificate without the ones between it and a root. */
  CERTIFICATE_CHAIN,
  /** A whole chain that ends in a root nobody here knows. */
  CERTIFICATE_AUTHORITY,
  CERTIFICATE_WEAK,
  /** Nothing newer than TLS 1.1. */
  TLS_OLD,
  /** Often a server that speaks the national algorithms (国密 SM2) only. */
  TLS_HANDSHAKE,
  /** 瑞数 (412), 加速乐 (521), captchas: told, never circumvented. */
  BOT_PROTECTION,
  FIREWALL,
  FORBIDDEN,
  LOGIN,
  PROXY,
  RATE_LIMIT,
  GEO,
  MAINTENANCE,
  SERVER_ERROR,
  NEEDS_SCRIPT,
  LIST_BY_SCRIPT,
  UNREADABLE,
  STATUS;

  private static final Pattern STATUS_CODE = Pattern.compile("\\d{3}");

  /** The rows of {@code rules/cms/traps.yaml}, blanks as in a key. */
  private static final Set<String> TRAPS =
      Set.of(
          "calendar",
          "day-by-day",
          "path-repeats-itself",
          "many-parameters",
          "print-version",
          "traditional-characters",
          "mobile-copy",
          "foreign-language",
          "search-by-words",
          "search",
          "login",
          "feed",
          "appearance",
          "no-page");

  /** How a detail begins, where no code stands in it. */
  private record Start(String words, Access access) {}

  private static final List<Start> STARTS =
      List.of(
          new Start("unknown host", UNKNOWN_HOST),
          new Start("no connection", NO_CONNECTION),
          new Start("timeout", TIMEOUT),
          new Start("broken answer", BROKEN),
          new Start("TLS:", TLS_HANDSHAKE),
          new Start("content-encoding", UNREADABLE),
          new Start("needs a script", NEEDS_SCRIPT),
          new Start("a script", LIST_BY_SCRIPT));

  /** {@code bot-protection}: the same in every language. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means, for people. */
  public Message words() {
    return Message.of("access." + code());
  }

  /** True for trouble with the certificate, which is worth saying even where nothing was lost. */
  public boolean certificate() {
    return name().startsWith("CERTIFICATE");
  }

  /**
   * The reason that the short words of an {@link Unread} tell: a status, a code of this set after
   * it where the answer's text says more than the status, an exception's kind.
   *
   * @return empty for a limit, a rule of robots.txt, a trap
   */
  public static Optional<Access> of(String detail) {
    // both schemes were tried: what is wrong with the first is the news
    for (String part : detail.split("; ")) {
      Optional<Access> access = ofOne(part.replaceFirst("^https?: ", ""));
      if (access.isPresent()) {
        return access;
      }
    }
    return Optional.empty();
  }

  private static Optional<Access> ofOne(String detail) {
    String words = detail;
    for (String before : List.of("robots.txt: ", "render: ")) {
      words = words.startsWith(before) ? words.substring(before.length()) : words;
    }
    int given = words.indexOf(" times (");
    if (words.startsWith("not asked: ") && given > 0) {
      return of(words.substring(given + " times (".length(), words.length() - 1));
    }
    String[] first = words.split("[ :;]+", 3);
    for (int i = 0; i < Math.min(2, first.length); i++) {
      for (Access access : values()) {
        if (access.code().equals(first[i])) {
          return Optional.of(access);
        }
      }
    }
    for (Start start : STARTS) {
      if (words.startsWith(start.words())) {
        return Optional.of(start.access());
      }
    }
    Matcher status = STATUS_CODE.matcher(words);
    return status.lookingAt() ? Optional.of(ofStatus(words.substring(0, 3))) : Optional.empty();
  }

  private static Access ofStatus(String status) {
    return switch (status) {
      case "401" -> LOGIN;
      case "403" -> FORBIDDEN;
      case "405", "406", "418" -> FIREWALL;
      case "407" -> PROXY;
      case "408" -> TIMEOUT;
      case "412", "521" -> BOT_PROTECTION;
      case "429" -> RATE_LIMIT;
      case "451" -> GEO;
      default -> status.startsWith("5") ? SERVER_ERROR : STATUS;
    };
  }

  /** What a row of the trap rules means to people, by its name. */
  private static Optional<Message> trap(String detail) {
    String name = detail.replaceFirst("^left out: ", "").replace(' ', '-');
    return TRAPS.contains(name) ? Optional.of(Message.of("access.trap." + name)) : Optional.empty();
  }

  /**
   * Short words for programs, {@code http://…: 412}, with what they mean to people where there is
   * something to add.
   */
  public static Message inWords(String cut) {
    int colon = cut.startsWith("http") ? cut.indexOf(": ") : -1;
    boolean address = colon > 0 && cut.lastIndexOf("://", colon) > 0;
    String detail = address ? cut.substring(colon + 2) : cut;
    List<Access> all =
        java.util.Arrays.stream(detail.split("; "))
            .map(part -> part.replaceFirst("^https?: ", ""))
            .flatMap(part -> of(part).stream())
            .distinct()
            .toList();
    if (all.isEmpty()) {
      return trap(detail)
          .map(words -> Message.of("access.cut", cut, words))
          .orElse(Message.of("access.plain", cut));
    }
    Message words = all.get(0).words();
    for (Access more : all.subList(1, all.size())) {
      words = Message.of("access.and", words, more.words());
    }
    return Message.of("access.cut", cut, words);
  }
}
