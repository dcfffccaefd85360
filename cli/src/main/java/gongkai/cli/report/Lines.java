package gongkai.cli.report;

import gongkai.cli.Columns;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal, none wider than it: labelled texts, and tables whose cells are wrapped. */
public final class Lines {
  private static final int LABEL = 12;

  private final Lang lang;
  private final String topic;
  private final List<String> lines = new ArrayList<>();

  /** Speaks a language; labels are texts of a topic. */
  public Lines(Lang lang, String topic) {
    this.lang = lang;
    this.topic = topic;
  }

  /** The topic's text of a key, as one line. */
  public String say(String key, Object... arguments) {
    return say(Message.of(topic + "." + key, arguments));
  }

  /** A sentence as one line. */
  public String say(Message message) {
    return PlainText.line(message.in(lang));
  }

  /** The lines so far. */
  public List<String> all() {
    return List.copyOf(lines);
  }

  public void blank() {
    lines.add("");
  }

  /** A text over the whole width. */
  public void text(String text) {
    lines.addAll(Columns.wrap(PlainText.line(text), Columns.WIDTH));
  }

  /** Lines that must not be broken. */
  public void verbatim(List<String> texts) {
    lines.addAll(texts);
  }

  /** A text beside its label, wrapped. */
  public void field(String key, String text) {
    labelled(say(key), text);
  }

  /** A further text under the same label. */
  public void more(String text) {
    labelled("", text);
  }

  /** A text beside a label that is no text of the topic. */
  public void labelled(String label, String text) {
    row(List.of(LABEL - 1, Columns.WIDTH - LABEL), List.of(label, text));
  }

  /** Cells beside each other, a blank between them; a long one goes on in the next line. */
  public void row(List<Integer> widths, List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      wrapped.add(Columns.wrap(PlainText.line(cells.get(i)), widths.get(i)));
      height = Math.max(height, wrapped.get(i).size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String cell = y < wrapped.get(i).size() ? wrapped.get(i).get(y) : "";
        line.append(Columns.pad(cell, widths.get(i))).append(' ');
      }
      lines.add(line.toString().stripTrailing());
    }
  }
}
