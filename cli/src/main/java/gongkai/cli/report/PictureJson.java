package gongkai.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.picture.Exhibit;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.site.Kept;
import java.util.List;
import java.util.Optional;

/** The pictures of a finding in {@code audit.json}. */
final class PictureJson {
  private PictureJson() {}

  /** Null where none belong to it. */
  static JsonNode part(List<Exhibit> exhibits) {
    return exhibits.isEmpty()
        ? JsonNodeFactory.instance.nullNode()
        : JsonParts.list(exhibits, PictureJson::exhibit);
  }

  private static ObjectNode exhibit(Exhibit e) {
    Optional<Taken> taken = e.taken();
    Optional<NotTaken> none =
        e.picture() instanceof NotTaken not ? Optional.of(not) : Optional.empty();
    return JsonNodeFactory.instance
        .objectNode()
        .put("of", e.of().code())
        .put("url", e.url())
        .put("page", e.page().map(Kept::place).orElse(null))
        .put("fetchedAt", e.page().map(k -> ChinaTime.of(k.fetchedAt())).orElse(null))
        .put("file", e.file().isEmpty() ? null : e.file())
        .put("sha256", taken.map(Taken::sha256).orElse(null))
        .put("place", taken.map(Taken::place).orElse(null))
        .put("width", taken.map(Taken::width).orElse(null))
        .put("height", taken.map(Taken::height).orElse(null))
        .put("cut", taken.map(Taken::cut).orElse(null))
        .put("missing", taken.map(Taken::missing).orElse(null))
        .put("takenAt", taken.map(t -> ChinaTime.of(t.takenAt())).orElse(null))
        .put("reason", none.map(n -> n.why().code()).orElse(null))
        .put("detail", none.map(NotTaken::detail).filter(d -> !d.isEmpty()).orElse(null));
  }
}
