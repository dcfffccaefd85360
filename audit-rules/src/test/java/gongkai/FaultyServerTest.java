package gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.Terms;
import gongkai.fixtures.FixtureSite;
import gongkai.judge.Finding;
import gongkai.judge.Judge;
import gongkai.judge.Verdict;
import gongkai.match.Matcher;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A law: whatever a server answers instead of some of its pages, nothing is called missing, empty
 * or late that is not so when every page is answered.
 */
class FaultyServerTest {
  private static final int SEEDS = Integer.getInteger("seeds", 3);
  private static final Set<Verdict> PROVEN = Set.of(Verdict.MISSING, Verdict.EMPTY, Verdict.LATE);

  /** What becomes of an answer. */
  private enum Fault {
    FAILS,
    EMPTY,
    SHORT,
    HALF,
    BUSY,
    ERROR,
    START,
    HOME,
    NOISE,
    LOGIN,
    FIREWALL,
    MAINTENANCE
  }

  static Stream<String> sites() {
    return FixtureSite.names().stream();
  }

  /** One site's faults, the same for every way of reading it. */
  private static final class Server implements Function<Answer, Optional<Answer>> {
    private final FixtureSite site;
    private final int seed;
    private final double share;
    private final Map<String, Fault> made = new TreeMap<>();

    Server(FixtureSite site, int seed, double share) {
      this.site = site;
      this.seed = seed;
      this.share = share;
    }

    @Override
    public Optional<Answer> apply(Answer whole) {
      Random random = new Random(whole.request().key().hashCode() * 31L + seed);
      if (random.nextInt(1000) >= share * 1000) {
        return Optional.of(whole);
      }
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      made.put(whole.request().key(), fault);
      byte[] body = whole.body();
      return switch (fault) {
        case FAILS -> Optional.empty();
        case EMPTY -> sent(whole, new byte[0]);
        case SHORT -> sent(whole, Arrays.copyOf(body, Math.min(400, body.length / 2)));
        case HALF -> sent(whole, Arrays.copyOf(body, body.length / 2));
        case BUSY -> sent(whole, "提示", "<p>系统繁忙，请稍后再试！</p>");
        case ERROR -> sent(whole, "提示", "<p>小人社正在努力加载</p>");
        case START -> sent(whole, site.resources().get(site.start()).bytes());
        case HOME ->
            whole.request().url().equals(FolderSnapshot.ORIGIN + site.start())
                ? Optional.empty()
                : Optional.of(home(whole, site));
        case NOISE -> {
          byte[] noise = new byte[3000];
          random.nextBytes(noise);
          yield sent(whole, noise);
        }
        case LOGIN -> sent(whole, "统一身份认证", "<form>用户登录<input><input type=password></form>");
        case FIREWALL -> sent(whole, "提示", "<p>您的访问可能存在安全风险，已被网站防火墙拦截。</p>");
        case MAINTENANCE -> sent(whole, "维护", "<p>网站正在升级维护，请稍后访问。</p>");
      };
    }

    private static Answer home(Answer whole, FixtureSite site) {
      return new Answer(
          whole.request(),
          302,
          "text/html",
          Optional.of(FolderSnapshot.ORIGIN + site.start()),
          new byte[0],
          false,
          whole.fetchedAt(),
          "",
          whole.place());
    }

    private static Optional<Answer> sent(Answer whole, String title, String body) {
      String html =
          "<html><head><meta charset=utf-8><title>"
              + title
              + "</title></head><body>"
              + body
              + "</body></html>";
      return sent(whole, html.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Answer> sent(Answer whole, byte[] body) {
      return Optional.of(
          new Answer(
              whole.request(),
              200,
              body.length > 0 && body[0] == '<' ? "text/html" : whole.contentType(),
              Optional.empty(),
              body,
              false,
              whole.fetchedAt(),
              FolderSnapshot.sha256(body),
              whole.place()));
    }
  }

  /** Every finding of a gap that would be proven, with what tells it from others. */
  private static Set<String> proven(
      Snapshot snapshot, Terms terms, Function<Answer, PageFacts> reader) {
    Site site = SiteBuilder.build(snapshot, reader);
    Matcher matcher = new Matcher(terms.catalogue());
    Judge judge = new Judge(terms, site, matcher.sections(), matcher.match(site), true);
    Set<String> proven = new TreeSet<>();
    judge.judge().stream()
        .flatMap(r -> r.findings().stream())
        .filter(f -> PROVEN.contains(f.verdict()))
        .map(FaultyServerTest::shown)
        .forEach(proven::add);
    return proven;
  }

  private static String shown(Finding f) {
    String due = f.due().map(Object::toString).orElse("");
    return f.requirementId() + " " + f.verdict() + " " + f.period() + " " + due + " " + f.url();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void provesNothingByItsFaults(String name) {
    FixtureSite site = FixtureSite.load(name);
    Terms terms = DecisiveTest.terms(site);
    Map<String, PageFacts> known = new HashMap<>();
    Function<Answer, PageFacts> reader =
        answer ->
            known.computeIfAbsent(
                answer.request().key() + " " + answer.sha256(), k -> PageReader.read(answer));
    BiFunction<Snapshot, Collection<String>, Set<String>> all =
        (soFar, listed) -> Set.copyOf(listed);
    BiFunction<Snapshot, Collection<String>, Set<String>> decisive =
        (soFar, listed) -> DecisivePages.of(soFar, terms, listed, reader);
    Set<String> whole = proven(new FolderSnapshot(site, all), terms, reader);
    double share = site.resources().size() < 100 ? 0.12 : 0.05;
    Map<String, Object> wrong = new TreeMap<>();
    int faults = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (var way : List.of(all, decisive)) {
        Server server = new Server(site, seed, share);
        Set<String> found = proven(new FolderSnapshot(site, way, server), terms, reader);
        found.removeAll(whole);
        faults += server.made.size();
        if (!found.isEmpty()) {
          wrong.put(seed + (way == all ? " everything" : " decisive"), found + " " + server.made);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(faults).as("a law over no fault would prove nothing").isPositive();
  }
}
