package gongkai.cli.commands;

import gongkai.cli.Columns;
import gongkai.cli.Console;
import gongkai.message.Message;
import java.util.List;

/** Labelled lines of a rule on stdout, wrapped beside their labels. */
record RuleLines(Console console) {
  /** A labelled text; nothing when there is no text. */
  void field(int indent, String label, String text) {
    if (!text.isEmpty()) {
      labelled(" ".repeat(indent) + Message.of(label).in(console.lang()), text);
    }
  }

  /** A labelled sentence. */
  void field(int indent, String label, Message text) {
    field(indent, label, text.in(console.lang()));
  }

  /** A text wrapped beside its label. */
  void labelled(String label, String text) {
    int inner = Columns.width(label);
    List<String> lines = Columns.wrap(text, Columns.WIDTH - inner);
    for (int i = 0; i < lines.size(); i++) {
      console.print((i == 0 ? label : " ".repeat(inner)) + lines.get(i));
    }
  }

  void print(int indent, String text) {
    labelled(" ".repeat(indent), text);
  }

  void print(int indent, Message text) {
    print(indent, text.in(console.lang()));
  }
}
