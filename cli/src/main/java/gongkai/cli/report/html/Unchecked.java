package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.AuditResult.SectionResult;
import gongkai.snapshot.Access;
import gongkai.snapshot.Unread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the audit could not see, and who can help. */
public final class Unchecked {
  private final AuditResult audit;

  Unchecked(AuditResult audit) {
    this.audit = audit;
  }

  public List<SectionResult> cutSections() {
    return audit.sections().stream().filter(s -> !s.cut().isEmpty()).toList();
  }

  /** What was not read although it was wanted, by kind of reason. */
  public Map<Unread.Why, List<Unread>> unread() {
    Map<Unread.Why, List<Unread>> byWhy = new EnumMap<>(Unread.Why.class);
    for (Unread u : audit.coverage().unread()) {
      if (u.why().cut()) {
        byWhy.computeIfAbsent(u.why(), w -> new ArrayList<>()).add(u);
      }
    }
    return byWhy;
  }

  /** Who can help: the operator with a certificate, a firewall, an outage; or the user. */
  public static String remedy(Access access) {
    if (access.certificate()) {
      return "certificate";
    }
    return switch (access) {
      case BOT_PROTECTION, FIREWALL, FORBIDDEN, GEO, RATE_LIMIT -> "admit";
      case LOGIN, PROXY -> "login";
      case NEEDS_SCRIPT, LIST_BY_SCRIPT -> "script";
      default -> "again";
    };
  }

  /** Everything was read that was wanted. */
  public boolean complete() {
    return audit.coverage().startReadable()
        && unread().isEmpty()
        && audit.coverage().cut().isEmpty()
        && cutSections().isEmpty();
  }
}
