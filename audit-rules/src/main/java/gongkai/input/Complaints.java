package gongkai.input;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong while files are read, so that all of it is said at once. */
public final class Complaints {
  private final List<Complaint> all = new ArrayList<>();

  public void add(Complaint complaint) {
    all.add(complaint);
  }

  /** A complaint about a place in a file. */
  public void add(Place place, Message what, Message right) {
    all.add(new Complaint(place.file(), place.line(), place.field(), what, right));
  }

  public boolean none() {
    return all.isEmpty();
  }

  /** The value, asked for only if nothing is wrong; else every complaint, by file and line. */
  public <T> Reading<T> orElse(Supplier<T> value) {
    if (all.isEmpty()) {
      return new Reading.Sound<>(value.get());
    }
    List<String> files = all.stream().map(Complaint::file).distinct().toList();
    return new Reading.Refused<>(
        all.stream()
            .sorted(
                Comparator.comparingInt((Complaint c) -> files.indexOf(c.file()))
                    .thenComparingInt(Complaint::line))
            .toList());
  }
}
