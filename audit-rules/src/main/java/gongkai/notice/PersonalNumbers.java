package gongkai.notice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that tell who somebody is or how to reach him (个人信息): identity numbers (公民身份号码, GB 11643:
 * region, day of birth, serial, check digit) and mobile numbers. A page should not show them, and a
 * report never copies them. The cases stand in {@code fixtures/cases/personal-numbers.csv}.
 */
public final class PersonalNumbers {
  private static final String ID_MASK = "［身份证号］";
  private static final String MOBILE_MASK = "［手机号］";

  /** Fewer digits in a row make neither. */
  private static final Pattern WORTH_A_LOOK =
      Pattern.compile("[1-8１-８](?:[ \\u00a0\\u3000+\\-－‐-—]?[0-9０-９]){10}");

  private static final Pattern ID =
      Pattern.compile(
          "(?:(?<![0-9A-Za-z_])|(?<=(?<![A-Za-z])(?:ID|Id|id|No|NO)))"
              + "([1-8]\\d{5})[ -]?((?:19|20)\\d{2})(\\d{2})(\\d{2})[ -]?(\\d{3}[0-9Xx])(?![0-9A-Za-z_])");

  /** Of before 1999: no century, no check digit; told by the words before it only. */
  private static final Pattern OLD_ID =
      Pattern.compile(
          "(?<![0-9A-Za-z_])([1-8]\\d{5})(\\d{2})(\\d{2})(\\d{2})\\d{3}(?![0-9A-Za-z_])");

  private static final Pattern MOBILE =
      Pattern.compile(
          "(?:(?<![0-9A-Za-z_.])(?<!\\d-)|(?<=[Tt]el)|(?<=TEL)|(?<=[Pp]hone)|(?<=[Mm]obile))"
              + "(?:\\+?86[ -]?)?1[3-9]\\d([ -]?)\\d{4}\\1\\d{4}(?![0-9A-Za-z_])(?!\\.\\d)"
              + "(?! ?(?:[元万亿%％‰吨㎡]|人次|平方|公里|千瓦|美元))");

  /** A number of this kind is no person's. */
  private static final Pattern OTHER_LABEL =
      Pattern.compile(
          "(?:编号|编码|代码|单号|序号|流水号|索引号|文号|案号|账号|帐号|卡号|项目号|合同号|注册号|登记号|证书号|许可证号|批号|条形码|书号|户号|机构码)"
              + "[)）]?[ :：是为]{0,3}$");

  private static final Pattern IDENTITY = Pattern.compile("身份证|身份号|身份码|身份证件|公民身份");

  /** An office gives it to be called. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:电话|热线|联系方式|联系人[^,。;]{0,10}|传真|微信同号|客服|报名|咨询|监督|举报|投诉|值班)(?:[^,。;\\n]{0,8}|[^,。;\\n]{0,2}[0-9()/、-]{0,26})$");

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s，。；、）\"'<>“”]+");

  private static final Pattern MOBILE_FIELD =
      Pattern.compile(
          "(?i)((?:mobile|phone|tel|sjh|sjhm|lxdh|lxfs)[a-z_]*=)(1[3-9]\\d{9})(?![0-9A-Za-z])");

  /** First two digits of a region's code (GB/T 2260). */
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);

  private PersonalNumbers() {}

  /**
   * How many different numbers a text has.
   *
   * @param contacts how many of the mobile numbers stand where an office says how to reach it
   */
  public record Count(int identities, int mobiles, int contacts) {
    /** None at all. */
    public boolean none() {
      return identities == 0 && mobiles == 0;
    }

    /** Nothing but a few numbers by which an office can be called. */
    public boolean contactsOnly() {
      return identities == 0 && mobiles == contacts && mobiles <= 3;
    }
  }

  private record Span(int start, int end, boolean identity, String digits, boolean contact) {}

  /** How many there are in a text and the addresses in it; one written twice counts once. */
  public static Count count(String text) {
    Set<String> identities = new HashSet<>();
    Set<String> mobiles = new HashSet<>();
    Set<String> contacts = new HashSet<>();
    if (WORTH_A_LOOK.matcher(text).find()) {
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        Matcher id = ID.matcher(address.group());
        while (id.find()) {
          if (identity(id)) {
            identities.add(id.group());
          }
        }
        Matcher mobile = MOBILE_FIELD.matcher(address.group());
        while (mobile.find()) {
          mobiles.add(mobile.group(2));
        }
      }
      for (Span span : spans(ADDRESS.matcher(text).replaceAll(" "))) {
        (span.identity() ? identities : mobiles).add(span.digits());
        if (span.contact()) {
          contacts.add(span.digits());
        }
      }
    }
    return new Count(identities.size(), mobiles.size(), contacts.size());
  }

  /** The text with words instead of each number; addresses in it as {@link #maskedAddress} says. */
  public static String masked(String text) {
    if (!WORTH_A_LOOK.matcher(text).find()) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      masked.append(maskedWords(text.substring(from, address.start())));
      masked.append(maskedAddress(address.group()));
      from = address.end();
    }
    return masked.append(maskedWords(text.substring(from))).toString();
  }

  /**
   * An address keeps telling its page: of an identity number its middle is hidden, and of a mobile
   * number where the address says that it is one. Other digits are the site's own numbering.
   */
  static String maskedAddress(String address) {
    Matcher m = ID.matcher(address);
    StringBuilder masked = new StringBuilder();
    while (m.find()) {
      String number = m.group();
      if (identity(m)) {
        String hidden = "*".repeat(number.length() - 5);
        number = number.substring(0, 3) + hidden + number.substring(number.length() - 2);
      }
      m.appendReplacement(masked, Matcher.quoteReplacement(number));
    }
    m.appendTail(masked);
    return MOBILE_FIELD.matcher(masked).replaceAll("$1***********");
  }

  private static String maskedWords(String text) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (Span span : spans(text)) {
      masked.append(text, from, span.start()).append(span.identity() ? ID_MASK : MOBILE_MASK);
      from = span.end();
    }
    return masked.append(text, from, text.length()).toString();
  }

  private static List<Span> spans(String text) {
    if (!WORTH_A_LOOK.matcher(text).find()) {
      return List.of();
    }
    String plain = narrow(text);
    List<Span> spans = new ArrayList<>();
    Matcher id = ID.matcher(plain);
    while (id.find()) {
      if (identity(id) && !otherwise(plain, id.start())) {
        spans.add(span(plain, id, true));
      }
    }
    Matcher old = OLD_ID.matcher(plain);
    while (old.find()) {
      if (born(1900 + Integer.parseInt(old.group(2)), old.group(3), old.group(4))
          && PROVINCES.contains(Integer.parseInt(old.group(1).substring(0, 2)))
          && IDENTITY.matcher(before(plain, old.start(), 16)).find()) {
        spans.add(span(plain, old, true));
      }
    }
    Matcher mobile = MOBILE.matcher(plain);
    while (mobile.find()) {
      boolean inside =
          spans.stream().anyMatch(s -> mobile.start() < s.end() && s.start() < mobile.end());
      if (!inside && !otherwise(plain, mobile.start())) {
        spans.add(span(plain, mobile, false));
      }
    }
    spans.sort(Comparator.comparing(Span::start));
    return spans;
  }

  private static Span span(String plain, Matcher m, boolean identity) {
    String digits = m.group().replaceAll("[^0-9Xx]", "").toUpperCase(java.util.Locale.ROOT);
    return new Span(
        m.start(),
        m.end(),
        identity,
        identity ? digits : digits.substring(digits.length() - 11),
        !identity && CONTACT.matcher(before(plain, m.start(), 30)).find());
  }

  private static boolean otherwise(String plain, int at) {
    String before = before(plain, at, 14);
    return OTHER_LABEL.matcher(before).find() && !IDENTITY.matcher(before).find();
  }

  private static String before(String text, int at, int length) {
    return text.substring(Math.max(0, at - length), at);
  }

  /** Region, day of birth and check digit are right. */
  private static boolean identity(Matcher id) {
    if (!PROVINCES.contains(Integer.parseInt(id.group(1).substring(0, 2)))
        || !born(Integer.parseInt(id.group(2)), id.group(3), id.group(4))) {
      return false;
    }
    String digits = id.group(1) + id.group(2) + id.group(3) + id.group(4) + id.group(5);
    int sum = 0;
    int weight = 1;
    for (int i = 17; i >= 0; i--) {
      char c = digits.charAt(i);
      sum += weight * (c == 'X' || c == 'x' ? 10 : c - '0');
      weight = weight * 2 % 11;
    }
    return sum % 11 == 1;
  }

  private static boolean born(int year, String month, String day) {
    int m = Integer.parseInt(month);
    return year < 2050
        && m >= 1
        && m <= 12
        && YearMonth.of(year, m).isValidDay(Integer.parseInt(day));
  }

  /** Full-width digits, letters and signs as narrow ones, each in its place. */
  private static String narrow(String text) {
    char[] narrow = text.toCharArray();
    for (int i = 0; i < narrow.length; i++) {
      char c = narrow[i];
      if (c >= '\uff01' && c <= '\uff5e') {
        narrow[i] = (char) (c - 0xfee0);
      } else if (c == '\u3000' || c == '\u00a0') {
        narrow[i] = ' ';
      } else if (c == '\u2010'
          || c == '\u2011'
          || c == '\u2012'
          || c == '\u2013'
          || c == '\u2014') {
        narrow[i] = '-';
      }
    }
    return new String(narrow);
  }
}
