package gongkai.cli.report.html;

import gongkai.Notice;
import gongkai.cadence.Period;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Cadence.Periodic;
import gongkai.cli.Columns;
import gongkai.cli.report.ChinaTime;
import gongkai.cli.report.ComparisonText;
import gongkai.cli.report.PlainText;
import gongkai.compare.Comparison;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.picture.Exhibit;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.snapshot.Unread;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The report's words in one language. Every text that leaves here is one line without control
 * characters; escaping is the template's.
 */
public final class Phrases {
  private final Lang lang;

  public Phrases(Lang lang) {
    this.lang = lang;
  }

  Lang lang() {
    return lang;
  }

  /** BCP 47 tag for {@code lang} attributes. */
  public String tag() {
    return lang == Lang.ZH ? "zh-CN" : "en";
  }

  public boolean chinese() {
    return lang == Lang.ZH;
  }

  /** The text {@code report.<key>}. */
  public String t(String key, Object... arguments) {
    return say(Message.of("report." + key, arguments));
  }

  /** Text of a user or of the web in a place that isolates its direction. */
  public String plain(String text) {
    return PlainText.isolated(text);
  }

  /** The text {@code rectify.<key>}. */
  public String notice(String key, Object... arguments) {
    return say(Message.of("rectify." + key, arguments));
  }

  /** The text {@code scoring.<key>}. */
  public String scoring(String key, Object... arguments) {
    return say(Message.of("scoring." + key, arguments));
  }

  /** A sentence made elsewhere. */
  public String say(Message message) {
    return PlainText.line(message.in(lang));
  }

  /** What became of the gaps since an earlier audit: {@code 新增 2、已整改 5}. */
  public String counts(Comparison comparison) {
    return ComparisonText.counts(comparison, lang);
  }

  /** What became of a gap. */
  public String word(Status status) {
    return say(ComparisonText.word(status));
  }

  /** When a picture was taken of what, or why there is none. */
  public String picture(Exhibit e) {
    if (e.picture() instanceof NotTaken none) {
      return say(Message.of("picture." + none.why().code(), none.detail()));
    }
    Taken taken = e.taken().orElseThrow();
    return t(
        "picture-taken",
        ChinaTime.of(e.page().orElseThrow().fetchedAt()),
        ChinaTime.of(taken.takenAt()),
        taken.cut() ? t("picture-cut", taken.height(), taken.whole()) : "",
        taken.missing() > 0 ? t("picture-missing", taken.missing()) : "");
  }

  /** Several sentences. */
  public List<String> say(List<Message> messages) {
    return messages.stream().map(this::say).toList();
  }

  /** Words in a row: {@code a、b、c}. */
  public String list(List<String> words) {
    return String.join(t("comma"), words);
  }

  /** A verdict's sign, the same in colour and in black and white. */
  public static String sign(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> "●";
      case NOT_DUE -> "○";
      case STALE -> "◐";
      case REVIEW -> "?";
      case UNREACHABLE -> "⊘";
      case LATE -> "▲";
      case EMPTY -> "□";
      case MISSING -> "✕";
    };
  }

  public String word(Verdict verdict) {
    return t("verdict-" + verdict.name());
  }

  /** The verdict of a finding; a document that does not say it has ended is 未标注. */
  public String word(Finding finding, Cadence cadence) {
    boolean unmarked =
        finding.verdict() == Verdict.MISSING
            && cadence instanceof Cadence.Marking
            && !finding.url().isEmpty();
    return unmarked ? t("verdict-unmarked") : word(finding.verdict());
  }

  public String word(Severity severity) {
    return t("severity-" + severity.code());
  }

  public String word(Notice.Kind kind) {
    return say(Message.of("notice." + kind.code()));
  }

  public String word(Unread.Why why) {
    return t("why-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** A period's code as sentences name it: {@code 2026年第二季度}; another text as it is. */
  public String period(String code) {
    return period(code, lang);
  }

  public static String period(String code, Lang lang) {
    return Period.parse(code).map(p -> p.words().in(lang)).orElse(code);
  }

  /** A day as the language writes it; a dash where there is none. */
  public String day(Optional<LocalDate> day) {
    return day.map(this::day).orElse("—");
  }

  public String day(LocalDate day) {
    return t("day", day.getYear(), day.getMonthValue(), day.getDayOfMonth(), iso(day));
  }

  /** {@code 2026-02-10}. */
  public static String iso(LocalDate day) {
    return day.toString();
  }

  /** The cadence in words. */
  public String cadence(Cadence cadence) {
    if (cadence instanceof Periodic p) {
      return t(
          "cadence-periodic",
          t("every-" + p.every().code()),
          due(p.due()),
          t("unlabelled-" + p.unlabelled().name().toLowerCase(Locale.ROOT)));
    } else if (cadence instanceof Cadence.Within w) {
      return t(
          "cadence-within", t("trigger-" + w.of().name().toLowerCase(Locale.ROOT)), days(w.days()));
    } else if (cadence instanceof Cadence.Continuous c) {
      return continuous(c);
    } else if (cadence instanceof Cadence.Count c) {
      return t("cadence-count", c.count());
    } else if (cadence instanceof Cadence.FollowUp f) {
      return t("cadence-follows", f.follows(), days(f.days()));
    } else if (cadence instanceof Cadence.Marking m) {
      return t("cadence-marks", list(m.marks()));
    } else if (cadence instanceof Cadence.Columns c) {
      String each = c.filled() ? t("cadence-filled") : t("cadence-columns", continuous(c.limit()));
      return c.first() ? t("cadence-first-level", each) : each;
    } else if (cadence instanceof Cadence.Total x) {
      return t("cadence-total", list(x.of()), x.atLeast());
    } else if (cadence instanceof Cadence.Unknown u) {
      return t("cadence-unknown", u.words());
    }
    throw new IllegalArgumentException(cadence.toString());
  }

  private String continuous(Cadence.Continuous c) {
    if (c.always()) {
      return t("cadence-always");
    }
    return c.months().isPresent()
        ? t("cadence-months", c.months().getAsInt())
        : t("cadence-days", c.days().getAsInt());
  }

  private String days(Days days) {
    return t(days.working() ? "days-working" : "days-calendar", days.count());
  }

  private String due(Optional<String> due) {
    if (due.isEmpty()) {
      return t("due-default");
    }
    String rule = due.get();
    if (rule.startsWith("next ")) {
      return t("due-next", rule.substring("next ".length()));
    }
    if (rule.startsWith("end+")) {
      boolean working = rule.endsWith("wd");
      String count = rule.substring("end+".length(), rule.length() - (working ? 2 : 1));
      return t("due-end", t(working ? "days-working" : "days-calendar", count));
    }
    return t("due-own", rule);
  }

  /** Where the limit or due date comes from. */
  public String basis(Cadence cadence) {
    return t("basis-" + cadence.basis().name().toLowerCase(Locale.ROOT));
  }

  /** A name cut to a width in half-width columns, with an ellipsis where something is lost. */
  public String shortened(String name, int columns) {
    String clean = PlainText.line(name);
    if (Columns.width(clean) <= columns) {
      return clean;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int c : clean.codePoints().toArray()) {
      used += Columns.width(Character.toString(c));
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  /** Days in rising order, runs drawn together: {@code 2026-02-15 – 2026-02-23}. */
  public String spans(List<LocalDate> days) {
    List<String> spans = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < days.size(); i++) {
      boolean last = i + 1 == days.size() || !days.get(i + 1).equals(days.get(i).plusDays(1));
      if (last) {
        spans.add(from == i ? iso(days.get(i)) : iso(days.get(from)) + " – " + iso(days.get(i)));
        from = i + 1;
      }
    }
    return list(spans);
  }
}
