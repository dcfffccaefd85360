package gongkai.cli;

import gongkai.message.Message;
import picocli.CommandLine.TypeConversionException;

/** An option's or parameter's value that cannot be read, and what would be right. */
public final class BadValue extends TypeConversionException {
  private final transient Message reason;

  public BadValue(Message reason) {
    super(reason.key());
    this.reason = reason;
  }

  public Message reason() {
    return reason;
  }
}
