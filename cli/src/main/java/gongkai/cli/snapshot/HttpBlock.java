package gongkai.cli.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A request or an answer as the lines and bytes of HTTP that a record holds. */
final class HttpBlock {
  /** True of the wire only: the stored body is unpacked and in one piece. */
  private static final Set<String> WIRE_ONLY =
      Set.of("content-encoding", "content-length", "transfer-encoding");

  private HttpBlock() {}

  /** Status line and headers of an answer as they are stored: true of the stored body. */
  static List<String> archivedHead(Exchange exchange) {
    List<String> head = new ArrayList<>();
    head.add(exchange.statusLine());
    for (String line : exchange.headers()) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      head.add(WIRE_ONLY.contains(name) ? "X-Archive-Orig-" + line : line);
    }
    head.add("Content-Length: " + exchange.body().length);
    return head;
  }

  /** Lines and body as one block. */
  static byte[] of(List<String> head, byte[] body) {
    byte[] lines = (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] block = java.util.Arrays.copyOf(lines, lines.length + body.length);
    System.arraycopy(body, 0, block, lines.length, body.length);
    return block;
  }

  /** The body of a POST; empty for other requests. */
  static Optional<String> form(byte[] block) {
    if (block.length < 5 || !new String(block, 0, 5, StandardCharsets.US_ASCII).equals("POST ")) {
      return Optional.empty();
    }
    int end = endOfHead(block);
    return Optional.of(new String(block, end, block.length - end, StandardCharsets.UTF_8));
  }

  /** A header's value, by its name in lower case; the first line is no header. */
  static Optional<String> header(String[] head, String name) {
    for (int i = 1; i < head.length; i++) {
      if (head[i].regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return Optional.of(head[i].substring(name.length() + 1).strip());
      }
    }
    return Optional.empty();
  }

  /** Where the body begins. */
  static int endOfHead(byte[] block) {
    for (int i = 0; i + 3 < block.length; i++) {
      if (block[i] == '\r'
          && block[i + 1] == '\n'
          && block[i + 2] == '\r'
          && block[i + 3] == '\n') {
        return i + 4;
      }
    }
    return block.length;
  }
}
