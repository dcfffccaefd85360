package gongkai.probe;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Requirement;
import gongkai.match.SectionMap.Role;
import java.util.List;
import java.util.Set;

/**
 * A requirement of the catalogue and the sections whose names stand for it.
 *
 * @param own addresses of its own sections
 * @param shared addresses of sections that it shares with other requirements
 */
public record RequirementSeen(String id, String name, List<String> own, List<String> shared) {
  public RequirementSeen {
    own = List.copyOf(own);
    shared = List.copyOf(shared);
  }

  /** A section stands for it. */
  public boolean found() {
    return !own.isEmpty() || !shared.isEmpty();
  }

  static List<RequirementSeen> of(Catalogue catalogue, List<SectionSeen> sections) {
    return catalogue.judged().stream().map(r -> of(r, sections)).toList();
  }

  private static RequirementSeen of(Requirement r, List<SectionSeen> sections) {
    // a marking stands in the sections of the documents that it marks
    Set<String> ids =
        r.cadence() instanceof Cadence.Marking marking
            ? Set.copyOf(marking.marks())
            : Set.of(r.id());
    return new RequirementSeen(
        r.id(), r.name(), with(ids, Role.OWN, sections), with(ids, Role.SHARED, sections));
  }

  private static List<String> with(Set<String> ids, Role role, List<SectionSeen> sections) {
    return sections.stream()
        .filter(s -> ids.stream().anyMatch(id -> s.roles().get(id) == role))
        .map(SectionSeen::url)
        .distinct()
        .toList();
  }
}
