package gongkai.rectify;

import gongkai.compare.Judged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of an audit's gaps (问题编号): short, the same from audit to audit, and safe in a spreadsheet
 * and a file name. An id is {@code g} and ten hexadecimal digits of the SHA-256 of {@link
 * Judged#identity()}; a letter first, so that no spreadsheet takes it for a number.
 */
public final class GapIds {
  private static final int BYTES = 5;

  private final Map<Judged, String> ids = new HashMap<>();

  private GapIds(List<Judged> findings) {
    Set<String> taken = new HashSet<>();
    for (Judged finding : findings) {
      if (finding.verdict().gap() && !ids.containsKey(finding)) {
        String id = id(finding);
        String free = id;
        for (int n = 2; !taken.add(free); n++) {
          free = id + "-" + n;
        }
        ids.put(finding, free);
      }
    }
  }

  /**
   * The ids of one audit's gaps.
   *
   * @param findings in the audit's order, also those that are no gaps
   */
  public static GapIds of(List<Judged> findings) {
    return new GapIds(findings);
  }

  /** The id of a gap of this audit. */
  public String of(Judged gap) {
    String id = ids.get(gap);
    if (id == null) {
      throw new IllegalArgumentException("no gap of this audit: " + gap);
    }
    return id;
  }

  /** The gap of an id; empty if this audit has none of that id. */
  public Optional<Judged> find(String id) {
    return ids.entrySet().stream()
        .filter(e -> e.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** All ids. */
  public Set<String> all() {
    return Set.copyOf(ids.values());
  }

  private static String id(Judged gap) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(gap.identity().getBytes(StandardCharsets.UTF_8));
      return "g" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
