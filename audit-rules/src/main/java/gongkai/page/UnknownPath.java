package gongkai.page;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that no site has: what its host answers there is what it answers for pages that are
 * gone, whatever its status says. It looks like chance and is none: a host and a kind of address
 * have one each, so that whoever reads a snapshot knows it again.
 */
public final class UnknownPath {
  private static final Pattern KIND =
      Pattern.compile("\\.(s?html?|jspx?|aspx?|do|php)$", Pattern.CASE_INSENSITIVE);

  private UnknownPath() {}

  /** The address that nobody made, on the host of another one and of its kind. */
  public static String beside(String url) {
    int query = url.indexOf('?');
    Matcher kind = KIND.matcher(query < 0 ? url : url.substring(0, query));
    String end = kind.find() ? kind.group() : "/";
    String host = Addresses.host(url);
    byte[] name = (host + " " + end).getBytes(StandardCharsets.UTF_8);
    String word = UUID.nameUUIDFromBytes(name).toString().replace("-", "").substring(0, 20);
    return url.substring(0, url.indexOf("://") + 3) + host + "/" + word + end;
  }

  /** True for such an address. */
  public static boolean is(String url) {
    return beside(url).equals(url);
  }
}
