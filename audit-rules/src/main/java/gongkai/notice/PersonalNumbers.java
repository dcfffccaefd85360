package gongkai.notice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  /** What may stand between two digits: pages group them, or give each digit a cell. */
  private static final String GAP = "[ -]{0,2}";

  /** Behind letters a number is part of a code, unless they say what it is. */
  private static final String BEGINS = "(?<![0-9A-Za-z])";

  private static final String ENDS = "(?![0-9A-Za-z])";

  /** A byte of Chinese words in an address: behind it digits begin anew. */
  private static final String BYTE = "(?<=%[0-9A-Fa-f]{2})";

  private static final String ID_LETTERS =
      "(?<=(?<![A-Za-z])(?i:ID|No|IDCard|CardNo|SFZ|SFZH|SFZHM|GMSFHM))";

  private static final Pattern ID =
      Pattern.compile(
          "(?:"
              + BEGINS
              + "|"
              + ID_LETTERS
              + "|"
              + BYTE
              + ")"
              + digits("[1-8]", 6)
              + GAP
              + "(?=1"
              + GAP
              + "9|2"
              + GAP
              + "0)"
              + digits("\\d", 11)
              + GAP
              + "[0-9Xx]"
              + ENDS);

  /** Of before 1999: no century, no check digit. */
  private static final Pattern OLD_ID =
      Pattern.compile("(?:" + BEGINS + "|" + ID_LETTERS + ")" + digits("[1-8]", 15) + ENDS);

  /** Holders of a number without a century were born later, and money and registers begin so. */
  private static final int EARLIEST_OLD = 1920;

  private static final Pattern MOBILE =
      Pattern.compile(
          "(?:(?<![0-9A-Za-z]|\\d\\.|(?i:img|dsc|pic|image|photo|doc|file|art|vid|camera)_|[¥￥$])(?<!\\d-)"
              + "|(?<=(?<!\\d)0\\d{2,3}-)"
              + "|(?<=(?<![A-Za-z])(?i:tel|phone|mobile|wx|vx|sj|sjh|sjhm)))"
              + "(?:(?:\\+|00)?86[ -]?|0)?"
              + "1[3-9](?:\\d([ .-]?)\\d{4}\\1\\d{4}|\\d{2}([ -])\\d{3}\\2\\d{4}|\\d-\\d{8}|\\d{5}-\\d{4})"
              + ENDS
              + "(?!\\.\\d)"
              + "(?! ?(?:[元万亿%％‰吨㎡]|人次|平方|公里|千瓦|美元))");

  /** A number of this kind is no person's. */
  private static final Pattern OTHER_LABEL =
      Pattern.compile(
          "(?:编号|编码|代码|单号|序号|流水号|索引号|文号|案号|账号|帐号|卡号|项目号|合同号|注册号|登记号|证书号|许可证号|批号|条形码|书号|户号|机构码|识别号|税号|受理号|订单号|备案号|考号|准考证号)"
              + "[)）]?[ :：是为\\n]{0,3}$");

  private static final Pattern IDENTITY = Pattern.compile("身份证|身份号|身份码|身份证件|公民身份");

  /** An office gives it to be called. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:电话|热线|联系方式|联系人[^,。;]{0,10}|传真|微信同号|客服|报名|咨询|监督|举报|投诉|值班)(?:[^,。;\\n]{0,8}|[^,。;\\n]{0,2}[0-9()/、-]{0,26})$");

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s，。；、）\"'<>“”]+");

  private static final Pattern MOBILE_FIELD =
      Pattern.compile(
          "(?i)((?:mobile|phone|tel|sjh|sjhm|lxdh|lxfs)[a-z_]*=)(1[3-9]\\d{9})(?![0-9A-Za-z])");

  /** A part of an address with words of another script, plain or as bytes. */
  private static final Pattern CHINESE_PART =
      Pattern.compile("[^/?&=#]*(?:[^\\x00-\\x7f]|%[89A-Fa-f][0-9A-Fa-f])[^/?&=#]*");

  private static final Pattern MOBILE_IN_PART =
      Pattern.compile("(?:" + BEGINS + "|" + BYTE + ")1[3-9]\\d{9}" + ENDS);

  private static final int FEWEST = 11;

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

  /**
   * The numbers of a text themselves, to tell them apart; nobody may be shown them.
   *
   * @param contacts those of the mobile numbers that an office gives to be called
   */
  public record Found(Set<String> identities, Set<String> mobiles, Set<String> contacts) {
    public Found {
      identities = Set.copyOf(identities);
      mobiles = Set.copyOf(mobiles);
      contacts = Set.copyOf(contacts);
    }

    /** How many they are. */
    public Count count() {
      return new Count(identities.size(), mobiles.size(), contacts.size());
    }

    /** These and those. */
    public Found and(Found other) {
      return new Found(
          both(identities, other.identities),
          both(mobiles, other.mobiles),
          both(contacts, other.contacts));
    }

    /** Without the mobile numbers that the other has. */
    public Found butMobilesOf(Found other) {
      return new Found(identities, less(mobiles, other.mobiles), less(contacts, other.mobiles));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
      Set<String> both = new HashSet<>(some);
      both.addAll(others);
      return both;
    }

    private static Set<String> less(Set<String> some, Set<String> others) {
      Set<String> less = new HashSet<>(some);
      less.removeAll(others);
      return less;
    }
  }

  /** How many there are in a text and the addresses in it; one written twice counts once. */
  public static Count count(String text) {
    return found(text).count();
  }

  /** Those of a text and of the addresses in it. */
  public static Found found(String text) {
    Set<String> identities = new HashSet<>();
    Set<String> mobiles = new HashSet<>();
    Set<String> contacts = new HashSet<>();
    if (worthALook(text)) {
      List<Span> all = new ArrayList<>(spans(ADDRESS.matcher(text).replaceAll(" ")));
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        all.addAll(inAddress(address.group()));
      }
      for (Span span : all) {
        (span.identity() ? identities : mobiles).add(span.digits());
        if (span.contact()) {
          contacts.add(span.digits());
        }
      }
    }
    return new Found(identities, mobiles, contacts);
  }

  /** The text with words instead of each number; addresses in it as {@link #maskedAddress} says. */
  public static String masked(String text) {
    if (!worthALook(text)) {
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
   * number where the address says that it is one, or has Chinese words beside it
   * (张三13912345678.pdf). Other digits are the site's own numbering.
   */
  static String maskedAddress(String address) {
    StringBuilder masked = new StringBuilder(address);
    for (Span span : inAddress(address)) {
      int from = span.identity() ? span.start() + 3 : span.start();
      int to = span.identity() ? span.end() - 2 : span.end();
      masked.replace(from, to, "*".repeat(to - from));
    }
    return masked.toString();
  }

  private static List<Span> inAddress(String address) {
    List<Span> spans = new ArrayList<>();
    Matcher id = ID.matcher(address);
    for (int from = 0; id.find(from); from = next(id, spans)) {
      if (identity(id.group(), false)) {
        spans.add(new Span(id.start(), id.end(), true, bare(id.group()), false));
      }
    }
    Matcher field = MOBILE_FIELD.matcher(address);
    while (field.find()) {
      spans.add(new Span(field.start(2), field.end(2), false, field.group(2), false));
    }
    Matcher part = CHINESE_PART.matcher(address);
    while (part.find()) {
      Matcher mobile = MOBILE_IN_PART.matcher(address).region(part.start(), part.end());
      mobile.useTransparentBounds(true);
      while (mobile.find()) {
        if (free(mobile, spans)) {
          spans.add(new Span(mobile.start(), mobile.end(), false, mobile.group(), false));
        }
      }
    }
    return spans;
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

  /** Fewer digits near each other make neither. */
  private static boolean worthALook(String text) {
    int digits = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c >= '０' && c <= '９') {
        digits++;
        other = 0;
      } else if (++other > 2) {
        digits = 0;
      }
      if (digits >= FEWEST) {
        return true;
      }
    }
    return false;
  }

  private static List<Span> spans(String text) {
    if (!worthALook(text)) {
      return List.of();
    }
    String plain = narrow(text);
    List<Span> spans = new ArrayList<>();
    Matcher id = ID.matcher(plain);
    for (int from = 0; id.find(from); from = next(id, spans)) {
      boolean named = IDENTITY.matcher(before(plain, id.start(), 16)).find();
      if (identity(id.group(), named) && !otherwise(plain, id.start())) {
        spans.add(span(plain, id, true));
      }
    }
    Matcher old = OLD_ID.matcher(plain);
    for (int from = 0; old.find(from); from = next(old, spans)) {
      if (free(old, spans) && oldIdentity(bare(old.group())) && !otherwise(plain, old.start())) {
        spans.add(span(plain, old, true));
      }
    }
    Matcher mobile = MOBILE.matcher(plain);
    while (mobile.find()) {
      if (free(mobile, spans) && !otherwise(plain, mobile.start())) {
        spans.add(span(plain, mobile, false));
      }
    }
    spans.sort(Comparator.comparing(Span::start));
    return spans;
  }

  /** Behind a number that was found, else one on: what looks like one may begin inside another. */
  private static int next(Matcher m, List<Span> spans) {
    boolean found = !spans.isEmpty() && spans.get(spans.size() - 1).start() == m.start();
    return found ? m.end() : m.start() + 1;
  }

  private static boolean free(Matcher m, List<Span> spans) {
    return spans.stream().noneMatch(s -> m.start() < s.end() && s.start() < m.end());
  }

  private static Span span(String plain, Matcher m, boolean identity) {
    String digits = bare(m.group());
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

  private static String bare(String number) {
    return number.replaceAll("[^0-9Xx]", "").toUpperCase(Locale.ROOT);
  }

  /**
   * Region and day of birth are right, and the check digit.
   *
   * @param named the words before it call it one: then it is one with a slip of the pen, too
   */
  private static boolean identity(String number, boolean named) {
    String digits = bare(number);
    if (!region(digits)
        || !born(
            Integer.parseInt(digits.substring(6, 10)),
            digits.substring(10, 12),
            digits.substring(12, 14))) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 17; i >= 0; i--) {
      char c = digits.charAt(i);
      sum += weight * (c == 'X' ? 10 : c - '0');
      weight = weight * 2 % 11;
    }
    return named || sum % 11 == 1;
  }

  private static boolean oldIdentity(String digits) {
    int year = 1900 + Integer.parseInt(digits.substring(6, 8));
    return year >= EARLIEST_OLD
        && region(digits)
        && born(year, digits.substring(8, 10), digits.substring(10, 12));
  }

  private static boolean region(String digits) {
    return PROVINCES.contains(Integer.parseInt(digits.substring(0, 2)));
  }

  private static boolean born(int year, String month, String day) {
    int m = Integer.parseInt(month);
    return year < 2050
        && m >= 1
        && m <= 12
        && YearMonth.of(year, m).isValidDay(Integer.parseInt(day));
  }

  /** Digits in a row with what may stand between them; the first is given. */
  private static String digits(String first, int count) {
    return first + ("(?:" + GAP + "\\d){" + (count - 1) + "}");
  }

  /**
   * Full-width digits, letters and signs as narrow ones, every kind of blank and dash as the usual
   * one, each in its place.
   */
  private static String narrow(String text) {
    char[] narrow = text.toCharArray();
    for (int i = 0; i < narrow.length; i++) {
      char c = narrow[i];
      if (c >= '\uff01' && c <= '\uff5e') {
        narrow[i] = (char) (c - 0xfee0);
      } else if (c == '\t'
          || Character.isSpaceChar(c)
          || Character.getType(c) == Character.FORMAT) {
        narrow[i] = ' ';
      } else if (c == '\u2212' || Character.getType(c) == Character.DASH_PUNCTUATION) {
        narrow[i] = '-';
      }
    }
    return new String(narrow);
  }
}
