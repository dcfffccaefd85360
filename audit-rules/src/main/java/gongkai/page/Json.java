package gongkai.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer that is no page but JSON, perhaps inside a call: {@code callback({…})}. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CALL =
      Pattern.compile("^[A-Za-z_$][\\w$.]{0,60}\\s*\\((.*)\\)\\s*;?\\s*$", Pattern.DOTALL);

  private Json() {}

  /** The data; empty if the text is none, and then it is read as a page. */
  static Optional<JsonNode> of(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) <= ' ') {
      first++;
    }
    if (first == text.length() || text.charAt(first) == '<') {
      return Optional.empty();
    }
    String body = text.substring(first);
    if (Character.isLetter(body.charAt(0))) {
      Matcher call = CALL.matcher(body);
      body = body.length() < 5_000_000 && call.matches() ? call.group(1).strip() : "";
    }
    if (body.isEmpty() || body.charAt(0) != '{' && body.charAt(0) != '[') {
      return Optional.empty();
    }
    try {
      JsonNode read = MAPPER.readTree(body);
      return read != null && read.isContainerNode() ? Optional.of(read) : Optional.empty();
    } catch (JsonProcessingException noJson) {
      // a text that begins like JSON is a page like any other
      return Optional.empty();
    }
  }
}
