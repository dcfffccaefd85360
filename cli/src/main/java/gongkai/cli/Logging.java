package gongkai.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the log says; where it goes stands in {@code logback.xml}: stderr only. */
final class Logging {
  private Logging() {}

  /** {@code -q} leaves errors, {@code -v} adds the steps of our own code, not of libraries. */
  static void set(Console.Loudness loudness) {
    if (loudness == Console.Loudness.QUIET) {
      logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    } else if (loudness == Console.Loudness.VERBOSE) {
      logger("gongkai").setLevel(Level.INFO);
    }
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
