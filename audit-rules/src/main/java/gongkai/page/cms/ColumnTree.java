package gongkai.page.cms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of Guangdong's 信息公开目录平台: its page shows none, {@code _CONFIG.TREE} names them all.
 */
public final class ColumnTree {
  private static final Pattern TREE = Pattern.compile("['\"]?\\bTREE['\"]?\\s*[:=]\\s*(?=\\[)");
  private static final Pattern SITE =
      Pattern.compile("['\"]?\\bSID['\"]?\\s*[:=]\\s*['\"]?(\\d{1,12})");

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private ColumnTree() {}

  /**
   * The columns by the address that lists them, as it stands in the page: each with its name behind
   * those of the columns above it.
   */
  public static Map<String, List<String>> of(List<String> scripts) {
    for (String script : scripts) {
      Matcher tree = TREE.matcher(script);
      Matcher site = SITE.matcher(script);
      if (script.contains("_CONFIG") && tree.find() && site.find()) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        parsed(script, tree.end()).ifPresent(t -> collect(t, List.of(), site.group(1), columns));
        return columns;
      }
    }
    return Map.of();
  }

  private static Optional<JsonNode> parsed(String script, int open) {
    Optional<String> inside = Script.inside(script, open);
    try {
      return inside.isEmpty()
          ? Optional.empty()
          : Optional.of(LENIENT.readTree("[" + inside.get() + "]"));
    } catch (JsonProcessingException noData) {
      // a tree that only a script could compute
      return Optional.empty();
    }
  }

  private static void collect(
      JsonNode nodes, List<String> above, String site, Map<String, List<String>> columns) {
    for (JsonNode node : nodes) {
      String id = node.path("id").asText("");
      String name = node.path("name").asText("").strip();
      List<String> path = new ArrayList<>(above);
      if (!name.isEmpty()) {
        path.add(name);
      }
      if (id.matches("\\d{1,12}") && !name.isEmpty()) {
        columns.put("/gkmlpt/api/all/" + id + "?page=1&sid=" + site, List.copyOf(path));
      }
      node.forEach(
          below -> {
            if (below.isArray()) {
              collect(below, path, site, columns);
            }
          });
    }
  }
}
