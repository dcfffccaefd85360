package gongkai.cli.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.MatchRule;
import gongkai.catalogue.Requirement;
import gongkai.cli.report.html.Phrases;
import gongkai.message.Lang;

/**
 * The rule of a requirement in {@code audit.json}: its cadence in words, and what it matches by.
 */
final class RuleJson {
  private RuleJson() {}

  static ObjectNode rule(Requirement r) {
    Cadence cadence = r.cadence();
    ObjectNode node = object().put("kind", kind(cadence));
    node.put("zh", new Phrases(Lang.ZH).cadence(cadence));
    node.put("en", new Phrases(Lang.EN).cadence(cadence));
    node.set("limit", limit(cadence));
    MatchRule match = r.match();
    node.set("sections", JsonParts.strings(match.sections()));
    node.set("shared", JsonParts.strings(match.shared()));
    node.set("titles", JsonParts.strings(match.titles()));
    node.set("not", JsonParts.strings(match.not()));
    node.set("says", JsonParts.strings(match.says()));
    return node;
  }

  private static String kind(Cadence cadence) {
    if (cadence instanceof Cadence.Periodic) {
      return "periodic";
    } else if (cadence instanceof Cadence.Within) {
      return "within";
    } else if (cadence instanceof Cadence.Continuous) {
      return "continuous";
    } else if (cadence instanceof Cadence.Count) {
      return "count";
    } else if (cadence instanceof Cadence.FollowUp) {
      return "follow-up";
    } else if (cadence instanceof Cadence.Marking) {
      return "marking";
    } else if (cadence instanceof Cadence.Columns) {
      return "columns";
    } else if (cadence instanceof Cadence.Total) {
      return "total";
    } else if (cadence instanceof Cadence.Unknown) {
      return "unknown";
    }
    throw new IllegalArgumentException(cadence.toString());
  }

  /** How many of what; null where the cadence counts nothing. */
  private static ObjectNode limit(Cadence cadence) {
    if (cadence instanceof Cadence.Within w) {
      return days(w.days());
    } else if (cadence instanceof Cadence.FollowUp f) {
      return days(f.days());
    } else if (cadence instanceof Cadence.Count c) {
      return limit(c.count(), "publications");
    } else if (cadence instanceof Cadence.Total t) {
      return limit(t.atLeast(), "columns");
    } else if (cadence instanceof Cadence.Columns c) {
      return limit(c.limit());
    } else if (cadence instanceof Cadence.Continuous c && !c.always()) {
      return c.months().isPresent()
          ? limit(c.months().getAsInt(), "months")
          : limit(c.days().getAsInt(), "days");
    }
    return null;
  }

  private static ObjectNode days(Days days) {
    return limit(days.count(), days.working() ? "working-days" : "days");
  }

  private static ObjectNode limit(int count, String unit) {
    return object().put("count", count).put("unit", unit);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
