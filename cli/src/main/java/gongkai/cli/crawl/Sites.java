package gongkai.cli.crawl;

import gongkai.page.Addresses;
import gongkai.snapshot.CrawlInfo;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which hosts are asked. The site's own hosts are those of its start addresses; an allowed host is
 * read as far as the site links to it. A site on the public net must not lead the crawl into the
 * operator's own network: unless a start stands there itself, private addresses are refused.
 */
final class Sites {
  private final Set<String> own = new LinkedHashSet<>();
  private final Set<String> allowed = new LinkedHashSet<>();
  private final boolean publicOnly;

  /** A public site led to an address of a private network. */
  static final class PrivateAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddress(String name) {
      super(name + " has a private address");
    }
  }

  Sites(Crawl.Options options) {
    own.add(Addresses.host(options.start()));
    options.seeds().forEach(seed -> own.add(Addresses.host(seed)));
    allowed.addAll(options.allowedHosts());
    allowed.removeAll(own);
    // a proxy sees a network of its own: what is private there is not known here
    publicOnly = options.manners().proxy().isEmpty() && own.stream().noneMatch(Sites::inside);
  }

  private static boolean inside(String host) {
    try {
      return inside(InetAddress.getByName(URI.create("http://" + host).getHost()));
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** What the snapshot says of a crawl that begins now. */
  CrawlInfo info(Crawl.Options options) {
    return new CrawlInfo(
        options.start(),
        List.copyOf(own),
        List.copyOf(allowed),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        options.manners().robotsConsent(),
        false);
  }

  boolean own(String host) {
    return own.contains(host);
  }

  boolean asked(String host) {
    return own.contains(host) || allowed.contains(host);
  }

  /** An allowed host is the site itself: the start led there. */
  void adopt(String host) {
    if (allowed.remove(host)) {
      own.add(host);
    }
  }

  /** Addresses of a host name that may be connected to; asked for every connection. */
  List<InetAddress> resolve(String name) throws UnknownHostException {
    List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(name));
    List<InetAddress> fit =
        publicOnly ? all.stream().filter(a -> !inside(a)).toList() : List.copyOf(all);
    if (fit.isEmpty()) {
      throw new PrivateAddress(name);
    }
    return fit;
  }

  /** An address of this machine or of a private network. */
  static boolean inside(InetAddress address) {
    boolean uniqueLocal =
        address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    boolean sharedSpace =
        address.getAddress().length == 4
            && (address.getAddress()[0] & 0xff) == 100
            && (address.getAddress()[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || uniqueLocal
        || sharedSpace;
  }
}
