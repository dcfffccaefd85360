package gongkai.input;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML to {@link Node}s without giving any value a type: in a rule file {@code 06-30} is no
 * date and {@code 1.10} no number. Anchors and aliases are refused, since a few lines of them can
 * stand for billions of values; so is nesting deeper than {@link #DEPTH} and a file beyond {@link
 * #CHARACTERS}.
 */
public final class YamlReader {
  static final int DEPTH = 20;
  static final int CHARACTERS = 2_000_000;

  private final Source source;
  private final Complaints complaints;
  private Iterator<Event> events = List.<Event>of().iterator();

  private YamlReader(Source source, Complaints complaints) {
    this.source = source;
    this.complaints = complaints;
  }

  /** The file's one document as a mapping; empty, and said so, if it is something else. */
  public static Optional<Fields> read(Source source, Complaints complaints) {
    return new YamlReader(source, complaints).document();
  }

  private Optional<Fields> document() {
    Optional<String> text = source.text();
    if (text.isEmpty()) {
      refuse(0, Message.of("input.utf8"), Message.of("input.utf8Right"));
      return Optional.empty();
    }
    if (text.get().length() > CHARACTERS) {
      refuse(0, Message.of("input.long", CHARACTERS), Message.of("input.longRight"));
      return Optional.empty();
    }
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(CHARACTERS);
      events = new Yaml(options).parse(new java.io.StringReader(text.get())).iterator();
      return root();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      refuse(line, Message.of("input.syntax", e.getProblem()), Message.of("input.syntaxRight"));
    } catch (ReaderException e) {
      String before = text.get().substring(0, Math.min(e.getPosition(), text.get().length()));
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      String code = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
      refuse(line, Message.of("input.character", code), Message.of("input.characterRight"));
    } catch (YAMLException e) {
      refuse(0, Message.of("input.syntax", e.getMessage()), Message.of("input.syntaxRight"));
    } catch (Refused e) {
      refuse(e.line, e.what, e.right);
    }
    return Optional.empty();
  }

  private Optional<Fields> root() {
    Node root = null;
    int line = 1;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent) {
        if (root != null) {
          throw new Refused(
              line(event), Message.of("input.documents"), Message.of("input.documentsRight"));
        }
        Event first = events.next();
        line = line(first);
        root = node(first, 1);
      }
    }
    if (root instanceof Node.Mapping mapping) {
      return Optional.of(new Fields(mapping, new Place(source.name(), line, ""), complaints));
    }
    boolean empty = root == null || root instanceof Node.Scalar s && s.absent();
    refuse(
        empty ? 0 : line,
        Message.of(empty ? "input.empty" : "input.noMapping"),
        Message.of("input.noMappingRight"));
    return Optional.empty();
  }

  private Node node(Event event, int depth) {
    if (depth > DEPTH) {
      throw new Refused(
          line(event), Message.of("input.deep", DEPTH), Message.of("input.deepRight"));
    }
    if (event instanceof AliasEvent alias) {
      refuse(line(event), Message.of("input.alias"), Message.of("input.aliasRight"));
      return new Node.Scalar("*" + alias.getAnchor(), true, line(event));
    }
    if (event instanceof ScalarEvent scalar) {
      return new Node.Scalar(scalar.getValue(), !scalar.isPlain(), line(event));
    }
    if (event instanceof SequenceStartEvent) {
      List<Node> entries = new ArrayList<>();
      for (Event e = events.next(); !(e instanceof SequenceEndEvent); e = events.next()) {
        entries.add(node(e, depth + 1));
      }
      return new Node.Sequence(entries, line(event));
    }
    if (event instanceof MappingStartEvent) {
      return mapping(line(event), depth);
    }
    throw new IllegalStateException("no YAML value begins with " + event);
  }

  private Node mapping(int line, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Event e = events.next(); !(e instanceof MappingEndEvent); e = events.next()) {
      if (!(e instanceof ScalarEvent)) {
        throw new Refused(line(e), Message.of("input.key"), Message.of("input.keyRight"));
      }
      String key = ((ScalarEvent) e).getValue();
      Node value = node(events.next(), depth + 1);
      int keyLine = line(e);
      Optional<Node.Entry> earlier = entries.stream().filter(x -> x.key().equals(key)).findFirst();
      if (earlier.isPresent()) {
        complaints.add(
            new Place(source.name(), keyLine, key),
            Message.of("input.twice", key, earlier.get().line()),
            Message.of("input.twiceRight"));
      } else {
        entries.add(new Node.Entry(key, keyLine, value));
      }
    }
    return new Node.Mapping(entries, line);
  }

  private void refuse(int line, Message what, Message right) {
    complaints.add(new Place(source.name(), line, ""), what, right);
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  /** Leaves the recursion; caught in {@link #document()} only. */
  private static final class Refused extends RuntimeException {
    final int line;
    final transient Message what;
    final transient Message right;

    Refused(int line, Message what, Message right) {
      super(null, null, false, false);
      this.line = line;
      this.what = what;
      this.right = right;
    }
  }
}
