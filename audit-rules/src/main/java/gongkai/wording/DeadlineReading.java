package gongkai.wording;

import gongkai.catalogue.Cadence;
import gongkai.message.Message;
import java.util.List;

/** What came of reading the words of one deadline cell (公开时限). */
public sealed interface DeadlineReading {
  /** The cell's words, as they stand. */
  String words();

  /** What a person should look at; empty if nothing. */
  List<Message> warnings();

  /**
   * The cadences, in the order of the words; one {@link Cadence.Unknown} if they were not
   * understood, none if the cell points to the row above.
   */
  List<Cadence> cadences();

  /**
   * Every part of the words was understood.
   *
   * @param deadlines at least one, in the order of the words; several where the cell states several
   *     (长期公开，变更后20个工作日内)
   */
  record Understood(String words, List<Deadline> deadlines, List<Message> warnings)
      implements DeadlineReading {
    public Understood {
      deadlines = List.copyOf(deadlines);
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Cadence> cadences() {
      return deadlines.stream().map(Deadline::cadence).toList();
    }
  }

  /** 同上, 同前, 〃: the deadline is that of the row above, which only the table's reader knows. */
  record SameAsAbove(String words) implements DeadlineReading {
    @Override
    public List<Message> warnings() {
      return List.of();
    }

    @Override
    public List<Cadence> cadences() {
      return List.of();
    }
  }

  /** Some part of the words is covered by no row: nothing is read from them. */
  record NotUnderstood(String words, List<Message> warnings) implements DeadlineReading {
    public NotUnderstood {
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Cadence> cadences() {
      return List.of(new Cadence.Unknown(words));
    }
  }
}
