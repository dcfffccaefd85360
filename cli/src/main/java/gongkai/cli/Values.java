package gongkai.cli;

import gongkai.message.Lang;
import gongkai.message.Message;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;

/** How words of the command line become values; each refusal says what would be right. */
final class Values {
  private Values() {}

  static void register(CommandLine line) {
    // one reference for both: two that are alike crash Java 17 when it archives the classes
    CommandLine.ITypeConverter<Integer> number = Values::number;
    line.registerConverter(Lang.class, Values::lang)
        .registerConverter(LocalDate.class, Values::date)
        .registerConverter(int.class, number)
        .registerConverter(Integer.class, number);
  }

  private static Lang lang(String word) {
    return List.of(Lang.values()).stream()
        .filter(l -> l.code().equals(word))
        .findFirst()
        .orElseThrow(() -> new BadValue(Message.of("cli.oneOf", word, "zh, en")));
  }

  private static LocalDate date(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new BadValue(Message.of("cli.date", word));
    }
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new BadValue(Message.of("cli.number", word));
    }
  }
}
