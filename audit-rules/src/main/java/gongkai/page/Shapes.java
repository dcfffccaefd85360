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
          "/$|/(?:index|list|default|home)(?:_\\d+)?\\.[a-z]{3,5}$|/col/col\\d+|/channels?/|_list(?:_\\d+)?\\.s?html?$|/list[_-]?\\d*(?:_\\d+)?\\.|/node_\\d+",
          Pattern.CASE_INSENSITIVE);

  private Shapes() {}

  /** True if the address has the shape of a single publication, or is a file. */
  static boolean isArticle(String url) {
    return Files.isFile(url)
        || ARTICLE.matcher(url).find() && !url.contains("/channel_")
        || url.contains("/doc_") && ARTICLE.matcher(url).find();
  }

  /** True if the address has the shape of a section: a folder or an index file. */
  static boolean isSection(String url) {
    int query = url.indexOf('?');
    return !isArticle(url) && SECTION.matcher(query < 0 ? url : url.substring(0, query)).find();
  }
}
