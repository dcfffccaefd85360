package gongkai.page;

import gongkai.page.date.ChineseDates;
import gongkai.page.date.ChineseDates.Found;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publication dates that a page declares for machines: metas, JSON-LD, {@code <time pubdate>}. */
final class Declared {
  private static final Pattern MINUTE =
      Pattern.compile(
          "((?:19|20)\\d{2})\\D{1,2}(\\d{1,2})\\D{1,2}(\\d{1,2})\\D{1,3}(\\d{1,2})\\D(\\d{1,2})");

  private static final Pattern COMPACT =
      Pattern.compile("^((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:\\d{4,6})?$");

  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})");

  private static final Pattern JSON_LD =
      Pattern.compile("\"(?:datePublished|pubDate)\"\\s*:\\s*\"([^\"]{8,40})\"");

  /** Metadata that say when the page was put online; every name in lower case. */
  private static final List<String> METAS =
      List.of(
          "pubdate",
          "publishdate",
          "firstpublishedtime",
          "article:published_time",
          "og:published_time",
          "datepublished",
          "og:release_date",
          "publish_time",
          "publishtime",
          "pubtime",
          "dc.date.issued",
          "weibo: article:create_at");

  private Declared() {}

  static void add(Scan scan, List<DateEvidence> found) {
    List<String> generated = new ArrayList<>();
    for (String name : List.of("others", "createdate", "generatedate")) {
      scan.metas
          .getOrDefault(name, List.of())
          .forEach(value -> minute(value).ifPresent(generated::add));
    }
    for (Scan.Script comment : scan.comments) {
      if (comment.text().contains("页面生成时间")) {
        minute(comment.text()).ifPresent(generated::add);
      }
    }
    List<DateEvidence> metas = new ArrayList<>();
    for (String name : METAS) {
      for (String value : scan.metas.getOrDefault(name, List.of())) {
        boolean same = minute(value).map(generated::contains).orElse(false);
        day(value)
            .ifPresent(
                day ->
                    metas.add(
                        new DateEvidence(
                            day,
                            same ? DateSource.GENERATED : DateSource.META,
                            shownName(name) + "=" + Texts.fold(value))));
      }
    }
    for (Scan.Script script : scan.scripts) {
      if (script.type().contains("ld+json")) {
        Matcher m = JSON_LD.matcher(script.text());
        if (m.find()) {
          String raw = m.group();
          day(m.group(1))
              .ifPresent(d -> metas.add(new DateEvidence(d, DateSource.META, Texts.fold(raw))));
        }
      }
    }
    for (org.jsoup.nodes.Element time : scan.times) {
      boolean published = time.hasAttr("pubdate") || time.attr("itemprop").equals("datePublished");
      if (published) {
        String value = time.hasAttr("datetime") ? time.attr("datetime") : time.text();
        day(value)
            .ifPresent(d -> metas.add(new DateEvidence(d, DateSource.META, "<time> " + value)));
      }
    }
    // such a date is wrong only by being too late: of two values the earlier is the better one
    metas.sort(Comparator.comparing(DateEvidence::source).thenComparing(DateEvidence::date));
    found.addAll(metas);
  }

  /** True if the page declares a publication date, be it a generation time's. */
  static boolean any(Scan scan) {
    List<DateEvidence> found = new ArrayList<>();
    add(scan, found);
    return !found.isEmpty();
  }

  private static String shownName(String name) {
    return name.equals("pubdate") ? "PubDate" : name;
  }

  private static Optional<String> minute(String value) {
    Matcher m = MINUTE.matcher(ChineseDates.fold(value));
    if (!m.find()) {
      return Optional.empty();
    }
    StringBuilder minute = new StringBuilder();
    for (int g = 1; g <= 5; g++) {
      minute.append(Integer.parseInt(m.group(g))).append(' ');
    }
    return Optional.of(minute.toString());
  }

  private static Optional<LocalDate> day(String value) {
    Matcher instant = INSTANT.matcher(value);
    if (instant.find()) {
      try {
        return Optional.of(
            OffsetDateTime.parse(instant.group().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                .atZoneSameInstant(PageReader.SHANGHAI)
                .toLocalDate());
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }
    List<Found> dates = ChineseDates.find(value);
    if (!dates.isEmpty()) {
      return Optional.of(dates.get(0).date());
    }
    Matcher m = COMPACT.matcher(value.strip());
    if (m.find()) {
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3))));
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
