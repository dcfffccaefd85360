package gongkai.page;

import gongkai.page.date.ChineseDates;
import gongkai.page.date.ChineseDates.Found;
import gongkai.page.date.DatedText;
import gongkai.page.date.DatedText.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an article says of the document it shows: its number, validity and dates other than the
 * publication's.
 */
record Document(String number, String index, String validity, List<DatedText> dates) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "^[\\u4e00-\\u9fff（）()]{1,24}? ?[\\[(〔﹝【{〈] ?((?:19|20)\\d{2}) ?年?[\\])〕﹞】}〉] ?第? ?(\\d{1,5}) ?号(?: +签发人.*)?$");
  private static final Pattern FURTHER = Pattern.compile("^([^号]*〔\\d{4}〕[^号]{0,8}号).*$");
  private static final Pattern INDEX =
      Pattern.compile(
          "(?<![0-9A-Za-z/-])[0-9A-Z]{9,20}[/-][0-9]{4}[0-9A-Za-z/_-]{3,26}(?![0-9A-Za-z])");
  private static final Pattern STAMP =
      Pattern.compile(
          "^[【\\[(（〔《]?(?:本文件|此文件|该文件|本通知|此件)?(?:已于.{4,14}|现已|已经|已|自.{4,14}起)?(?:宣布)?(废止|失效|停止执行)[】\\])）〕》]?$");
  private static final Pattern ORGAN =
      Pattern.compile(".{2,40}(局|委|办|厅|府|部|院|处|科|会|中心|公司|组|队|站|所|校|馆|室|行|社|团|协会|检察院|法院|大队|支队)$");
  private static final Set<String> NO_NUMBER =
      Set.of("无", "暂无", "-", "—", "/", "无文号", "null", "空", "--");

  static Document of(Scan scan, Head head) {
    String number = "";
    String index = "";
    String validity = "";
    List<DatedText> dates = new ArrayList<>();
    for (Labels.Field field : head.fields()) {
      switch (field.role()) {
        case "number" -> number = number.isEmpty() ? number(field.value()) : number;
        case "index" ->
            index =
                index.isEmpty() && field.value().length() <= 60
                    ? Texts.squeeze(field.value())
                    : index;
        case "validity" ->
            validity =
                validity.isEmpty() && field.value().length() <= 30 ? field.value() : validity;
        default -> {}
      }
    }
    boolean named = false;
    for (Labels.Field field : head.fields()) {
      named |= field.role().equals("number");
    }
    int lookTo = Math.min(head.textFrom() + 8, head.textTo());
    for (int i = Math.max(0, head.titleLine()); number.isEmpty() && !named && i < lookTo; i++) {
      number = ownNumber(scan.lines.get(i).text);
    }
    for (int i = Math.max(0, head.titleLine()); validity.isEmpty() && i < lookTo; i++) {
      String line = Texts.squeeze(scan.lines.get(i).text);
      if (line.length() <= 40 && STAMP.matcher(ChineseDates.fold(line)).matches()) {
        validity = scan.lines.get(i).text;
      }
    }
    if (index.isEmpty()) {
      index = unlabelledIndex(scan, head);
    }
    labelled(scan, head, dates);
    signature(scan, head, dates);
    imprint(scan, head, dates);
    return new Document(number, index, validity, dates);
  }

  /** A 文号 as a table has it, in its one form; empty string if it says that there is none. */
  static String number(String value) {
    String squeezed = Texts.squeeze(value);
    if (NO_NUMBER.contains(squeezed) || squeezed.length() > 60) {
      return "";
    }
    // what follows in the same line of the head is another field: 文号：…〔2026〕7号 【字体：大 中 小】
    return FURTHER.matcher(brackets(squeezed)).replaceFirst("$1");
  }

  private static String ownNumber(String line) {
    if (line.length() < 6 || line.length() > 60 || line.indexOf('号') < 0) {
      return "";
    }
    String folded = ChineseDates.fold(line).replace('﹝', '[').replace('﹞', ']');
    Matcher m = NUMBER.matcher(folded.strip());
    if (!m.matches()) {
      return "";
    }
    int sign = line.indexOf("签发人");
    return brackets(Texts.squeeze(sign < 0 ? line : line.substring(0, sign)));
  }

  private static String brackets(String number) {
    Matcher year =
        Pattern.compile("[\\[(（［〔﹝【{〈]((?:19|20)\\d{2})年?[\\])）］〕﹞】}〉]")
            .matcher(ChineseDates.fold(number));
    String folded = ChineseDates.fold(number);
    return year.find()
        ? folded.substring(0, year.start())
            + "〔"
            + year.group(1)
            + "〕"
            + folded.substring(year.end())
        : number;
  }

  /** An index number without a label in the head block: 11371500004428039E/2026-45963799. */
  private static String unlabelledIndex(Scan scan, Head head) {
    for (int i = head.titleLine() + 1; head.titleLine() >= 0 && i < head.textFrom(); i++) {
      String line = scan.lines.get(i).spaced();
      if (line.length() >= 15 && line.length() <= 120) {
        Matcher m = INDEX.matcher(line);
        if (m.find()) {
          return m.group();
        }
      }
    }
    return "";
  }

  private static void labelled(Scan scan, Head head, List<DatedText> dates) {
    List<Labels.Field> fields = new ArrayList<>(head.fields());
    int to = Math.min(head.textTo(), head.textFrom() + 400);
    for (int i = head.textFrom(); i < to; i++) {
      String line = scan.lines.get(i).text;
      if (line.contains("日期") || line.contains("时间")) {
        fields.addAll(new Labels(scan).fields(i, i + 1));
      }
    }
    for (Labels.Field field : fields) {
      Kind kind =
          switch (field.role()) {
            case "document" -> head.fields().contains(field) ? Kind.DOCUMENT_TABLE : null;
            case "decision" -> Kind.DECISION;
            case "approval" -> Kind.APPROVAL;
            default -> null;
          };
      if (kind == null) {
        continue;
      }
      List<Found> found = ChineseDates.find(field.value());
      if (!found.isEmpty() && found.get(0).start() <= 3) {
        String raw = field.raw();
        DatedText date =
            new DatedText(
                found.get(0).date(), kind, raw.length() > 80 ? raw.substring(0, 80) : raw);
        if (!dates.contains(date)) {
          dates.add(date);
        }
      }
    }
  }

  /** The date after the text: on a line of its own or behind the organ's name, organ before it. */
  private static void signature(Scan scan, Head head, List<DatedText> dates) {
    Optional<DatedText> weak = Optional.empty();
    for (int i = head.textFrom(); i < head.textTo(); i++) {
      Scan.Line line = scan.lines.get(i);
      if (line.text.length() > 70) {
        continue;
      }
      List<Found> found = ChineseDates.find(line.text);
      if (found.size() != 1) {
        continue;
      }
      Found date = found.get(0);
      String before = line.text.substring(0, date.start()).strip();
      String after = line.text.substring(date.end()).strip();
      if (!after.isEmpty()
          && !after.startsWith("（此件")
          && !after.startsWith("(此件")
          && !after.equals("）")
          && !after.equals(")")) {
        continue;
      }
      if (i > head.textFrom() && Labels.any(scan.lines.get(i - 1).text)) {
        continue;
      }
      before = before.replaceAll("[（(]$", "").strip();
      boolean organ = isOrgan(before);
      String previous = i > head.textFrom() ? scan.lines.get(i - 1).text : "";
      if (before.isEmpty() && isOrgan(previous.replaceAll("[（(](印章|公章|盖章)[）)]", "").strip())) {
        dates.add(new DatedText(date.date(), Kind.SIGNATURE, previous + " " + line.text));
        return;
      }
      if (organ || before.isEmpty() && line.right) {
        dates.add(new DatedText(date.date(), Kind.SIGNATURE, line.text));
        return;
      }
      if (before.isEmpty() && i > head.textFrom() && isNearEnd(scan, head, i)) {
        weak = Optional.of(new DatedText(date.date(), Kind.SIGNATURE, line.text));
      }
    }
    weak.ifPresent(dates::add);
  }

  static boolean isOrgan(String text) {
    String squeezed = Texts.squeeze(text);
    return squeezed.length() <= 42
        && squeezed.indexOf('。') < 0
        && squeezed.indexOf('，') < 0
        && squeezed.indexOf('：') < 0
        && ORGAN.matcher(squeezed).matches();
  }

  /** Behind a date that stands alone only what belongs to a document's end may follow. */
  private static boolean isNearEnd(Scan scan, Head head, int line) {
    if (line + 1 >= head.textTo()) {
      return true;
    }
    String next = Texts.squeeze(scan.lines.get(line + 1).text);
    return next.startsWith("附件")
        || next.startsWith("附：")
        || next.startsWith("（此件")
        || next.startsWith("(此件")
        || next.startsWith("抄送")
        || next.startsWith("相关")
        || next.endsWith("印发");
  }

  private static void imprint(Scan scan, Head head, List<DatedText> dates) {
    for (int i = head.textTo() - 1; i >= head.textFrom(); i--) {
      String text = scan.lines.get(i).text;
      if (text.length() <= 90 && text.endsWith("印发")) {
        List<Found> found = ChineseDates.find(text);
        if (!found.isEmpty()
            && Texts.squeeze(text.substring(found.get(found.size() - 1).end())).equals("印发")) {
          LocalDate day = found.get(found.size() - 1).date();
          dates.add(new DatedText(day, Kind.IMPRINT, text));
          return;
        }
      }
    }
  }
}
