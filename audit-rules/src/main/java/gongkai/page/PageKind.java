package gongkai.page;

/** What a stored answer is to a reader. */
public enum PageKind {
  /** One publication: a title and a text of its own. */
  ARTICLE,
  /** A page whose purpose is to list others: a section (栏目) or a later page of its listing. */
  LISTING,
  /** The start page, a map of the site, a page of links without dates. */
  NAVIGATION,
  /** A file that is no HTML. */
  ATTACHMENT
}
