package gongkai.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Pages that show nothing without a script: a frame that a program in the browser fills. */
final class Shell {
  /** Elements that Vue, React, Angular and their kin fill, by id. */
  private static final Set<String> ROOTS =
      Set.of("app", "root", "__next", "__nuxt", "vueapp", "vue-app", "main-app", "react-root");

  private static final List<String> MARKS =
      List.of("ng-app", "ng-controller", "ng-view", "ng-bind-html", "v-cloak", "data-reactroot");

  /** What stands where a script is to put words: {@code {{ item.title }}}, {@code ${title}}. */
  private static final Pattern LITERAL =
      Pattern.compile("\\{\\{[^{}]*}}|\\$\\{[^{}]*}|<%[^%]*%>|\\{%[^%]*%}");

  private static final int NOTHING = 40;
  private static final int MENU = 10;

  private Shell() {}

  static boolean needsScript(Scan scan, List<Link> links, Lists lists) {
    boolean articles = links.stream().anyMatch(link -> Shapes.isArticle(link.url()));
    if (scan.scriptTags == 0 || lists.isData() || articles) {
      return false;
    }
    int letters = 0;
    int own = 0;
    boolean literals = hasLiteral(scan.meta("articletitle")) || hasLiteral(scan.meta("pubdate"));
    for (int i = 0; i < scan.lines.size(); i++) {
      Scan.Line line = scan.lines.get(i);
      letters += line.text.length();
      literals |= hasLiteral(line.text);
      if (!scan.foot().get(i)) {
        String words = LITERAL.matcher(line.text).replaceAll("");
        own += Math.max(0, words.length() - line.linkChars);
        if (Wordings.is("empty", words)) {
          return false;
        }
      }
    }
    if (letters < NOTHING && links.size() < 3) {
      return true;
    }
    boolean shows = own >= NOTHING || lists.dated() > 0;
    return !shows && (literals || links.size() < MENU && root(scan));
  }

  /** An address that a script has still to write is no link. */
  static boolean hasLiteral(String text) {
    boolean maybe = text.indexOf('{') >= 0 || text.indexOf('%') >= 0;
    return maybe && LITERAL.matcher(text).find();
  }

  private static boolean root(Scan scan) {
    for (Scan.Block block : scan.blocks) {
      boolean named = ROOTS.contains(block.element.id().toLowerCase(Locale.ROOT));
      if (named && block.chars < MENU || MARKS.stream().anyMatch(block.element::hasAttr)) {
        return true;
      }
    }
    return false;
  }
}
