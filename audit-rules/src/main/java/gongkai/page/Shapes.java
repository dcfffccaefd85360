package gongkai.page;

import java.util.regex.Pattern;

/** What an address looks like, by the habits of the systems that make them. */
final class Shapes {
  private static final Pattern ARTICLE =
      Pattern.compile(
          "/doc_[0-9a-f]{16,}|/art/\\d{4}/|/art_[0-9a-f_]{5,}|/t\\d{6,8}_?\\d*\\.s?html?|/content_\\d+|/post_\\d+|/mpost_\\d+"
              + "|/info/\\d+/\\d+|[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|/Item/\\d+|/articles?/|/c\\d{6,}(?:/content)?\\.s?html?"
              + "|/\\d{4,}\\.s?html?$|/\\d{5,}/index\\.s?html?$|[?&](?:id|infoid|articleid|newsid|docid)=",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SECTION =
      Pattern.compile(
          "/(?:index|list|default|home)(?:_\\d+)?\\.[a-z]{3,5}$|/col/col\\d+|/channels?/|_list(?:_\\d+)?\\.s?html?$|/list[_-]?\\d*(?:_\\d+)?\\.|/node_\\d+",
          Pattern.CASE_INSENSITIVE);

  private Shapes() {}

  /** True if the address has the shape of a single publication, or is a file. */
  static boolean isArticle(String url) {
    if (Files.isFile(url)) {
      return true;
    }
    String path = Addresses.identity(url);
    path = path.substring(Math.max(0, path.indexOf('/')));
    // every form holds a figure; most links of a page are menus that hold none
    if (!hasFigure(path)) {
      return false;
    }
    boolean channel = path.contains("/channel_") && !path.contains("/doc_");
    return !channel && ARTICLE.matcher(path).find();
  }

  private static boolean hasFigure(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= '0' && path.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** True if the address has the shape of a section: a folder or an index file. */
  static boolean isSection(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return path.endsWith("/") || SECTION.matcher(path).find() && !isArticle(url);
  }
}
