package gongkai.catalogue;

import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import java.util.Optional;

/** A cadence that stands alone, in the rule file's notation without the braces. */
public final class CadenceNotation {
  private CadenceNotation() {}

  /**
   * Reads {@code every: year, due: next 01-31}.
   *
   * @param name what complaints call the place it stands at
   */
  public static Reading<Cadence> read(String name, String notation) {
    Complaints complaints = new Complaints();
    Optional<Fields> fields = YamlReader.read(Source.of(name, "{" + notation + "}"), complaints);
    Optional<Cadence> cadence = fields.map(CadenceReader::read);
    return complaints.orElse(cadence::orElseThrow);
  }
}
