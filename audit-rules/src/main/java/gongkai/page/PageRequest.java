package gongkai.page;

import java.util.Optional;

/**
 * One request to a site: an address, and a form when it is a POST.
 *
 * @param url absolute, canonical ({@link Addresses#canonical}), http or https
 * @param form the urlencoded body of a POST; empty for a GET
 */
public record PageRequest(String url, Optional<String> form) {
  /** A plain GET. */
  public static PageRequest get(String url) {
    return new PageRequest(url, Optional.empty());
  }

  /** What tells two requests apart: scheme and session ids are no part of it. */
  public String key() {
    return Addresses.identity(url) + form.map(f -> " " + f).orElse("");
  }
}
