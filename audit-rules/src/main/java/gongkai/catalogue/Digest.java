package gongkai.catalogue;

import gongkai.input.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells one state of the rule files from another. */
final class Digest {
  private Digest() {}

  /** SHA-256 over each file's own name and content; the folder it lies in does not matter. */
  static String of(List<Source> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Source source : sources) {
        digest.update(
            (source.fileName() + "\n" + source.bytes().length + "\n")
                .getBytes(StandardCharsets.UTF_8));
        digest.update(source.bytes());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
