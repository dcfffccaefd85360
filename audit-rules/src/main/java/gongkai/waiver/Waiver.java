package gongkai.waiver;

import gongkai.compare.Judged;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One excuse (豁免).
 *
 * @param reason why, in the approver's words; never blank
 * @param approver who excuses (批准人); never blank
 * @param expires last day on which it holds (有效期至), Asia/Shanghai, compared with {@code as-of}
 * @param file name of the file that says so, without folder
 * @param line where the file says so
 */
public record Waiver(
    String requirementId,
    Scope scope,
    String reason,
    String approver,
    LocalDate expires,
    String file,
    int line) {
  /** So many days before its end it is said to end soon. */
  public static final int SOON = 30;

  /** Whether it still holds. */
  public enum State {
    ACTIVE,
    /** It holds, and ends within {@link Waiver#SOON} days. */
    EXPIRING,
    EXPIRED;

    /** As outputs spell it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public State state(LocalDate asOf) {
    if (expires.isBefore(asOf)) {
      return State.EXPIRED;
    }
    return expires.isAfter(asOf.plusDays(SOON)) ? State.ACTIVE : State.EXPIRING;
  }

  /** True for a gap that it excuses while it holds. */
  public boolean covers(Judged finding) {
    return finding.verdict().gap()
        && requirementId.equals(finding.requirementId())
        && scope.covers(finding);
  }

  /** What it is about: the requirement's id, then the parts of its scope. */
  public String subject() {
    return Stream.concat(Stream.of(requirementId), scope.notes().stream())
        .collect(Collectors.joining(" "));
  }

  /** Approver, last day and reason in short. */
  public Message inShort() {
    return Message.of("waiver.short", approver, expires, reason);
  }
}
