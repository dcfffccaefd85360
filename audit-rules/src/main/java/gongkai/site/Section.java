package gongkai.site;

import gongkai.page.ListingEntry;
import java.util.List;

/**
 * A column of the site (栏目).
 *
 * @param url address of its first page; empty string when only its name is known, from a breadcrumb
 *     or {@code ColumnName}
 * @param names every name it goes by: own title, breadcrumb, {@code ColumnName}, navigation
 *     entries; never empty
 * @param path names from the outside in, the section's own name last
 * @param entries rows of its whole listing, in order, each address once
 * @param ownText text that its own address shows beyond navigation; empty string if none
 * @param cut why it could not be read to its end; empty string if it was
 * @param listed it was read and is a listing
 * @param refused a trap rule refused it: not asked for, and no sign of an outage
 * @param saysEmpty it says itself that it has nothing: 暂无数据, 共0条
 */
public record Section(
    String url,
    List<String> names,
    List<String> path,
    List<ListingEntry> entries,
    String ownText,
    String cut,
    boolean listed,
    boolean refused,
    boolean saysEmpty) {
  public Section {
    names = List.copyOf(names);
    path = List.copyOf(path);
    entries = List.copyOf(entries);
  }

  /** How the reason of a section begins that is left out as a copy or a service. */
  static final String LEFT_OUT = "left out: ";

  /** A rule for mirrors, searches and the like left it out: it counts where nothing else does. */
  public boolean leftOut() {
    return refused && cut.contains(LEFT_OUT);
  }

  /** What tells sections apart: address and path. */
  public String key() {
    return url + " " + String.join(" > ", path);
  }

  /** The name shown to people. */
  public String name() {
    return path.get(path.size() - 1);
  }

  /** A section known by its names alone. */
  public static Section named(List<String> path) {
    return new Section(
        "", List.of(path.get(path.size() - 1)), path, List.of(), "", "", false, false, false);
  }
}
