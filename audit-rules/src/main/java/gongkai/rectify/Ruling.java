package gongkai.rectify;

import gongkai.message.Message;
import java.util.Locale;

/** What an inspector says to an office's reply (裁定). It changes no verdict. */
public enum Ruling {
  /** The reply answers the gap (认可). */
  ACCEPTED,
  /** It does not (不认可). */
  REJECTED,
  /** Not decided yet (待定). */
  PENDING;

  /** As outputs spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In words. */
  public Message word() {
    return Message.of("reply.ruling-" + code());
  }
}
