package gongkai.cli.probe;

import gongkai.cli.Columns;
import gongkai.cli.report.PlainText;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal, none wider than it: labelled texts, and tables whose cells are wrapped. */
final class Lines {
  private static final int LABEL = 12;

  private final Lang lang;
  private final List<String> lines = new ArrayList<>();

  Lines(Lang lang) {
    this.lang = lang;
  }

  String say(String key, Object... arguments) {
    return PlainText.line(Message.of("probe." + key, arguments).in(lang));
  }

  List<String> all() {
    return List.copyOf(lines);
  }

  void blank() {
    lines.add("");
  }

  /** A text over the whole width. */
  void text(String text) {
    lines.addAll(Columns.wrap(PlainText.line(text), Columns.WIDTH));
  }

  /** Lines that must not be broken. */
  void verbatim(List<String> texts) {
    lines.addAll(texts);
  }

  /** A text beside its label, wrapped. */
  void field(String key, String text) {
    row(List.of(LABEL - 1, Columns.WIDTH - LABEL), List.of(say(key), text));
  }

  /** A further text under the same label. */
  void more(String text) {
    row(List.of(LABEL - 1, Columns.WIDTH - LABEL), List.of("", text));
  }

  /** Cells beside each other, a blank between them; a long one goes on in the next line. */
  void row(List<Integer> widths, List<String> cells) {
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
