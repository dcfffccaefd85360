package gongkai.page;

/** Menus, hot lists, feet: groups of links that are not what a page lists. */
final class Aside {
  private static final String[] ASIDE = {
    "nav",
    "menu",
    "foot",
    "copyright",
    "sidebar",
    "side_",
    "side-",
    "aside",
    "hot",
    "rank",
    "recommend",
    "related",
    "friend",
    "crumb",
    "xgxw",
    "xglj",
    "tuijian",
    "remen",
    "header",
    "topbar",
    "breadcrumb",
    "pagination",
    "pager",
    "share"
  };

  private static final String[] ASIDE_HEADINGS = {
    "热门", "热点", "推荐", "排行", "相关", "最新", "友情链接", "猜你", "点击榜", "图片新闻", "快速导航", "网站导航"
  };

  private Aside() {}

  static boolean holds(Scan scan, Rows.Group group) {
    Scan.Block block = scan.blocks.get(group.block());
    for (int up = 0; up < 6 && block != null; up++) {
      if (block.is("nav") || block.is("footer") || block.is("aside")) {
        return group.dated() == 0 || block.is("aside") || block.is("footer");
      }
      for (String aside : ASIDE) {
        if (block.names().contains(aside)
            && (block.linkChars * 10 > block.chars * 7 && group.dated() == 0
                || aside.startsWith("side")
                || aside.equals("hot")
                || aside.equals("related")
                || aside.equals("recommend")
                || aside.equals("rank"))) {
          return up < 4 && block.chars - block.linkChars < 400;
        }
      }
      block = block.parent < 0 ? null : scan.blocks.get(block.parent);
    }
    int line = group.rows().get(0).line();
    for (int i = line - 1; i >= 0 && i >= line - 2; i--) {
      String text = Texts.squeeze(scan.lines.get(i).text);
      if (text.length() <= 10) {
        for (String heading : ASIDE_HEADINGS) {
          if (text.startsWith(heading) && !text.startsWith("最新公开")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
