package gongkai.snapshot;

import java.util.Optional;

/**
 * Something wrong with the way to a site although its pages were read another way: a certificate
 * that is not trusted, where the other scheme answered.
 *
 * @param url what was asked in vain
 * @param detail as in {@link Unread#detail()}
 */
public record Trouble(String url, String detail) {
  public Optional<Access> access() {
    return Access.of(detail);
  }
}
