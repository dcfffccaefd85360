package gongkai.cli.report;

import gongkai.cli.report.html.ReportView;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Addresses as RFC 3986 has them, whatever a page called its address. */
final class WebUri {
  private static final String LETTERS = "-._~:/?#@!$&'()*+,;=";

  private WebUri() {}

  /** True for an address of http or https. */
  static boolean web(String url) {
    return ReportView.linkable(url);
  }

  /** The same address, what may not stand in one percent-encoded; a sound one stays as it is. */
  static String of(String url) {
    byte[] bytes = url.getBytes(StandardCharsets.UTF_8);
    StringBuilder uri = new StringBuilder(bytes.length);
    boolean fragment = false;
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean encoded = c == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2]);
      boolean again = c == '#' && fragment;
      fragment |= c == '#';
      if (letter || encoded || LETTERS.indexOf(c) >= 0 && !again) {
        uri.append(c);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
      }
    }
    return uri.toString();
  }

  private static boolean hex(byte b) {
    return HexFormat.isHexDigit(b);
  }
}
