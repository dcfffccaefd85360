package gongkai.rectify;

import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Cadence.Days;
import gongkai.compare.Change;
import gongkai.compare.Standing;
import gongkai.compare.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an audit asks offices to cure, what became of what the earlier audit asked for, and what was
 * replied. A pure function of the audit, the calendar, the earlier audit and the replies.
 *
 * @param order what the notices ask; empty if no notices are written
 * @param notices one per office that has something to cure or to await, in the catalogue's order;
 *     empty list if no notices are written
 * @param outcomes what became of the earlier audit's notices, in their order; empty list if there
 *     were none
 * @param replies carried from the earlier audit, then those given to this one first
 */
public record Rectification(
    Optional<Order> order,
    List<OfficeNotice> notices,
    List<Outcome> outcomes,
    List<Reply> replies) {
  /** An audit that asks for nothing and was told nothing. */
  public static final Rectification NONE =
      new Rectification(Optional.empty(), List.of(), List.of(), List.of());

  /** The time for the cure if nothing else is asked for. */
  public static final Days WITHIN = new Days(10, true);

  public Rectification {
    notices = List.copyOf(notices);
    outcomes = List.copyOf(outcomes);
    replies = List.copyOf(replies);
  }

  /**
   * How long the offices have.
   *
   * @param by last day for a gap that is asked for the first time
   * @param provisional the calendar has no data for a year that {@code by} needs
   */
  public record Order(Days within, LocalDate by, boolean provisional) {
    static Order of(Days within, LocalDate asOf, WorkingCalendar calendar) {
      if (!within.working()) {
        return new Order(within, asOf.plusDays(within.count()), false);
      }
      Deadline due = calendar.due(asOf, within.count());
      return new Order(within, due.day(), due.provisional());
    }
  }

  /**
   * Of one audit.
   *
   * @param within time for the cure; empty if no notices are written
   * @param earlier the audit that this one is compared with
   * @param given replies under ids of {@link #known}
   */
  public static Rectification of(
      AuditResult audit,
      WorkingCalendar calendar,
      Optional<Days> within,
      Optional<Earlier> earlier,
      List<Reply> given) {
    Optional<Order> order = within.map(days -> Order.of(days, audit.asOf(), calendar));
    return new Rectification(
        order,
        order.map(o -> NoticeWriter.notices(audit, o, earlier)).orElse(List.of()),
        earlier.map(e -> new FollowThrough(audit, e).outcomes()).orElse(List.of()),
        replies(audit, earlier, given));
  }

  /** The ids that replies to an audit may name: its own gaps' and the earlier audit's. */
  public static Set<String> known(AuditResult audit, Optional<Earlier> earlier) {
    Set<String> known = new HashSet<>(ids(audit).all());
    earlier.ifPresent(e -> known.addAll(known(e)));
    return known;
  }

  /** The ids that replies may name before the later audit is there. */
  public static Set<String> known(Earlier earlier) {
    Set<String> known = new HashSet<>(earlier.ids().all());
    earlier.replies().forEach(r -> known.add(r.gapId()));
    return known;
  }

  /** The ids of an audit's gaps. */
  public static GapIds ids(AuditResult audit) {
    return GapIds.of(Standing.of(audit).findings());
  }

  /** What was replied to a gap. */
  public List<Reply> replies(String gapId) {
    return replies.stream().filter(r -> r.gapId().equals(gapId)).toList();
  }

  /**
   * Every reply under the id that this audit has for its gap. A reply to a gap that is none any
   * more keeps its id: what was said is never lost, and counts again if the gap comes back.
   */
  private static List<Reply> replies(
      AuditResult audit, Optional<Earlier> earlier, List<Reply> given) {
    GapIds now = ids(audit);
    Map<String, String> later = new HashMap<>();
    Optional<GapIds> then = earlier.map(Earlier::ids);
    audit.comparison().stream()
        .flatMap(c -> c.changes().stream())
        .filter(c -> c.now().filter(n -> n.verdict().gap()).isPresent())
        .forEach(
            c ->
                c.before()
                    .ifPresent(
                        gap ->
                            then.ifPresent(ids -> later.put(ids.of(gap), now.of(c.now().get())))));
    List<Reply> replies = new ArrayList<>();
    for (Reply carried : earlier.map(Earlier::replies).orElse(List.of())) {
      replies.add(carried.to(later.getOrDefault(carried.gapId(), carried.gapId())));
    }
    for (Reply fresh : given) {
      Reply reply = fresh.to(later.getOrDefault(fresh.gapId(), fresh.gapId()));
      Optional<Reply> before = replies.stream().filter(reply::same).findFirst();
      if (before.isPresent()) {
        replies.set(replies.indexOf(before.get()), reply.over(before.get()));
      } else {
        replies.add(reply);
      }
    }
    return replies;
  }

  /** How many offices are asked to cure something. */
  public long asking() {
    return notices.stream().filter(n -> !n.asked().isEmpty()).count();
  }

  /** How many outcomes of a kind there are; a gap asked of two offices is two. */
  public long count(Outcome.Kind kind) {
    return outcomes.stream().filter(o -> o.kind() == kind).count();
  }

  /** A lateness that the earlier audit has stated is in no notice. */
  static boolean past(Optional<Change> change) {
    return change.filter(c -> c.status() == Status.PAST).isPresent();
  }
}
