package gongkai.catalogue.table;

import gongkai.catalogue.Cadence;
import gongkai.message.Message;
import gongkai.wording.Deadline;
import gongkai.wording.DeadlineLanguage;
import gongkai.wording.DeadlineReading;
import gongkai.wording.Duties;
import gongkai.wording.Duty;
import gongkai.wording.TriggerByName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A requirement made of an item's content and deadline.
 *
 * @param wording the words of its deadline
 * @param cadence in the rule file's notation, without the braces
 * @param facets what its content enumerates inside it
 */
record DraftedRequirement(
    String id, String name, String wording, String cadence, List<String> facets) {
  private static final DeadlineLanguage DEADLINES = DeadlineLanguage.bundled();
  private static final Duties DUTIES = Duties.bundled();
  private static final TriggerByName TRIGGERS = TriggerByName.bundled();

  DraftedRequirement {
    facets = List.copyOf(facets);
  }

  /** The requirements of an item, and what its deadline left in doubt. */
  record Drafted(List<DraftedRequirement> requirements, List<Message> warnings) {}

  /**
   * One requirement for each duty of the content; a duty without a deadline of its own has the
   * item's, and where that states several one requirement for each.
   *
   * @param none what stands for a deadline where the catalogue has none
   */
  static Drafted of(PublishedItem item, String none) {
    List<Duty> duties = DUTIES.split(item.id(), item.name(), item.content());
    List<Message> warnings = new ArrayList<>();
    List<DraftedRequirement> drafted = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    if (item.wording().isEmpty()) {
      told.add(new Told(none, "unknown: " + Scalars.quoted(none), Optional.empty()));
    } else {
      DeadlineReading reading = DEADLINES.read(item.wording());
      warnings.addAll(reading.warnings());
      if (reading instanceof DeadlineReading.Understood understood) {
        boolean one = understood.deadlines().size() == 1;
        understood
            .deadlines()
            .forEach(
                d ->
                    told.add(
                        new Told(one ? item.wording() : d.from(), notation(d), Optional.of(d))));
      } else {
        told.add(
            new Told(
                item.wording(), "unknown: " + Scalars.quoted(item.wording()), Optional.empty()));
      }
    }
    for (Duty duty : duties) {
      List<Told> own =
          duty.own()
              .map(d -> List.of(new Told(d.from(), notation(d), Optional.of(d))))
              .orElse(told);
      for (int i = 0; i < own.size(); i++) {
        String letter = own.size() == 1 ? "" : duties.size() == 1 ? letter(i) : "-" + (i + 1);
        drafted.add(
            new DraftedRequirement(
                duty.id() + letter,
                PlainCell.line(duty.name()),
                own.get(i).wording(),
                cadence(own.get(i), item, duty, warnings),
                duty.facets()));
      }
    }
    return new Drafted(drafted, warnings);
  }

  private record Told(String wording, String cadence, Optional<Deadline> read) {}

  /** The cadence; where its words leave open from which day it counts, by the duty's name. */
  private static String cadence(Told told, PublishedItem item, Duty duty, List<Message> warnings) {
    // a duty of several has a name of its own; its item's may name another one
    String name = PlainCell.line(duty.id().equals(item.id()) ? item.name() : duty.name());
    Optional<String> byName = told.read().flatMap(d -> TRIGGERS.of(d, name));
    byName.ifPresent(
        cadence -> warnings.add(TriggerByName.said(told.read().orElseThrow(), name, cadence)));
    return byName.orElse(told.cadence());
  }

  private static String letter(int i) {
    return String.valueOf((char) ('a' + i));
  }

  /** Practice is said in the file: it makes a gap a warning. */
  private static String notation(Deadline deadline) {
    boolean practice = deadline.cadence().basis() == Cadence.Basis.PRACTICE;
    boolean said = deadline.notation().contains("basis:");
    return deadline.notation() + (practice && !said ? ", basis: practice" : "");
  }
}
