package gongkai.catalogue.table;

import gongkai.catalogue.Cadence;
import gongkai.message.Message;
import gongkai.wording.Deadline;
import gongkai.wording.DeadlineLanguage;
import gongkai.wording.DeadlineReading;
import gongkai.wording.Duties;
import gongkai.wording.Duty;
import java.util.ArrayList;
import java.util.List;

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
      told.add(new Told(none, "unknown: " + Scalars.quoted(none)));
    } else {
      DeadlineReading reading = DEADLINES.read(item.wording());
      warnings.addAll(reading.warnings());
      if (reading instanceof DeadlineReading.Understood understood) {
        boolean one = understood.deadlines().size() == 1;
        understood
            .deadlines()
            .forEach(d -> told.add(new Told(one ? item.wording() : d.from(), notation(d))));
      } else {
        told.add(new Told(item.wording(), "unknown: " + Scalars.quoted(item.wording())));
      }
    }
    for (Duty duty : duties) {
      List<Told> own = duty.own().map(d -> List.of(new Told(d.from(), notation(d)))).orElse(told);
      for (int i = 0; i < own.size(); i++) {
        String letter = own.size() == 1 ? "" : duties.size() == 1 ? letter(i) : "-" + (i + 1);
        drafted.add(
            new DraftedRequirement(
                duty.id() + letter,
                PlainCell.line(duty.name()),
                own.get(i).wording(),
                own.get(i).cadence(),
                duty.facets()));
      }
    }
    return new Drafted(drafted, warnings);
  }

  private record Told(String wording, String cadence) {}

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
