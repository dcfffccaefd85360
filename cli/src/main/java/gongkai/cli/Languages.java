package gongkai.cli;

import gongkai.message.Lang;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which language the messages speak. */
final class Languages {
  private Languages() {}

  /** The language of the environment, else Chinese: {@code C} and {@code POSIX} are none. */
  static Lang byLocale(Map<String, String> environment, boolean windows, Locale system) {
    if (windows) {
      return of(system.getLanguage()).orElse(Lang.ZH);
    }
    // the launchers keep there what was asked for, where they must run Java in another locale
    return List.of("GONGKAI_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG").stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .flatMap(Languages::of)
        .orElse(Lang.ZH);
  }

  /** What {@code --lang} asks for, read before the other options so that their errors obey it. */
  static Optional<Lang> asked(String... arguments) {
    Optional<Lang> asked = Optional.empty();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--")) {
        break;
      }
      if (arguments[i].startsWith("--lang=")) {
        asked = exactly(arguments[i].substring("--lang=".length()));
      } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        asked = exactly(arguments[i + 1]);
      }
    }
    return asked;
  }

  private static Optional<Lang> of(String locale) {
    return exactly(locale.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT));
  }

  private static Optional<Lang> exactly(String code) {
    return List.of(Lang.values()).stream().filter(l -> l.code().equals(code)).findFirst();
  }
}
