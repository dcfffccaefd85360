package gongkai.rectify;

import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Item;
import gongkai.compare.Change;
import gongkai.compare.Judged;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.rectify.Rectification.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Divides the gaps of an audit among the offices (责任单位) that the catalogue names for them. */
final class NoticeWriter {
  private final AuditResult audit;
  private final Order order;
  private final Optional<GapIds> then;
  private final GapIds ids;
  private final Map<String, Asked> askedBefore = new LinkedHashMap<>();

  private NoticeWriter(AuditResult audit, Order order, Optional<Earlier> earlier) {
    this.audit = audit;
    this.order = order;
    this.then = earlier.map(Earlier::ids);
    this.ids = Rectification.ids(audit);
    earlier.stream()
        .flatMap(e -> e.notices().stream())
        .flatMap(n -> n.asked().stream())
        .forEach(a -> askedBefore.putIfAbsent(a.gapId(), a));
  }

  static List<OfficeNotice> notices(AuditResult audit, Order order, Optional<Earlier> earlier) {
    return new NoticeWriter(audit, order, earlier).notices();
  }

  private List<OfficeNotice> notices() {
    List<OfficeNotice> notices = new ArrayList<>();
    int number = 0;
    for (String office : OfficeNotice.offices(audit.catalogue())) {
      number++;
      List<Asked> asked = new ArrayList<>();
      Set<String> toCheck = new LinkedHashSet<>();
      for (RequirementResult r : audit.requirements()) {
        Optional<Role> role = role(r.item(), office);
        if (role.isPresent()) {
          r.findings().forEach(f -> sort(f, role.get(), asked, toCheck));
        }
      }
      if (!asked.isEmpty() || !toCheck.isEmpty()) {
        notices.add(new OfficeNotice(number, office, asked, List.copyOf(toCheck)));
      }
    }
    return notices;
  }

  private static Optional<Role> role(Item item, String office) {
    if (item.lead().contains(office) || office.isEmpty() && item.offices().isEmpty()) {
      return Optional.of(Role.LEAD);
    }
    return item.support().contains(office) ? Optional.of(Role.SUPPORT) : Optional.empty();
  }

  private void sort(Finding finding, Role role, List<Asked> asked, Set<String> toCheck) {
    Optional<Change> change = audit.comparison().flatMap(c -> c.of(finding));
    if (!finding.verdict().gap() || Rectification.past(change) || finding.waiver().isPresent()) {
      return;
    }
    String id = ids.of(Judged.of(finding));
    if (finding.verdict() == Verdict.REVIEW || finding.verdict() == Verdict.UNREACHABLE) {
      toCheck.add(id);
    } else if (asked.stream().noneMatch(a -> a.gapId().equals(id))) {
      asked.add(asked(id, role, before(change)));
    }
  }

  private Optional<Asked> before(Optional<Change> change) {
    return change
        .flatMap(Change::before)
        .flatMap(gap -> then.map(ids -> ids.of(gap)).map(askedBefore::get));
  }

  /** What has been asked for stands: asking again gives more time only when that has run out. */
  private Asked asked(String id, Role role, Optional<Asked> before) {
    LocalDate first = before.map(Asked::first).orElse(audit.asOf());
    return before
        .filter(b -> b.by().isAfter(audit.asOf()))
        .map(b -> new Asked(id, role, b.by(), b.provisional(), first))
        .orElseGet(() -> new Asked(id, role, order.by(), order.provisional(), first));
  }
}
