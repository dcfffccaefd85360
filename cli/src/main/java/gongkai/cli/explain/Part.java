package gongkai.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.cli.Failure;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of an {@code audit.json}. What is missing or malformed ends the command with exit code 2,
 * naming the file and the field.
 *
 * @param at JSON pointer of the part; empty string for the whole
 */
record Part(Path file, String at, JsonNode node) {
  Part part(String key) {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw wrong(key);
    }
    return new Part(file, at + "/" + key, value);
  }

  /** Empty for null. */
  Optional<Part> optional(String key) {
    return present(key) ? Optional.of(part(key)) : Optional.empty();
  }

  List<Part> parts(String key) {
    JsonNode array = array(key);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!array.get(i).isObject()) {
        throw wrong(key + "/" + i);
      }
      parts.add(new Part(file, at + "/" + key + "/" + i, array.get(i)));
    }
    return parts;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    array(key).forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private JsonNode array(String key) {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw wrong(key);
    }
    return value;
  }

  String text(String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw wrong(key);
    }
    return value.asText();
  }

  /** Empty string for null. */
  String textOrEmpty(String key) {
    return present(key) ? text(key) : "";
  }

  double number(String key) {
    JsonNode value = node.path(key);
    if (!value.isNumber()) {
      throw wrong(key);
    }
    return value.asDouble();
  }

  int count(String key) {
    JsonNode value = node.path(key);
    if (!value.isInt()) {
      throw wrong(key);
    }
    return value.asInt();
  }

  boolean flag(String key) {
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      throw wrong(key);
    }
    return value.asBoolean();
  }

  /** Empty for null. */
  Optional<LocalDate> day(String key) {
    if (!present(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text(key)));
    } catch (DateTimeParseException e) {
      throw wrong(key);
    }
  }

  /** The sentence {@code key}, which stands in both languages. */
  String said(String key, Lang lang) {
    return part(key).text(lang.code());
  }

  private boolean present(String key) {
    if (!node.has(key)) {
      throw wrong(key);
    }
    return !node.get(key).isNull();
  }

  private Failure wrong(String key) {
    return Failure.usage(Message.of("compare.field", file, at + "/" + key));
  }
}
