package gongkai.catalogue.table;

import gongkai.catalogue.Item;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items of mended lines: ids, names, offices, forms. */
final class ItemsMaker {
  private static final Pattern TICKED = Pattern.compile("[■√✓✔☑●](主动|依申请)");

  private final Layout layout;
  private final List<Line> lines;
  private final List<Warning> warnings = new ArrayList<>();

  private ItemsMaker(Layout layout, List<Line> lines) {
    this.layout = layout;
    this.lines = lines;
  }

  /** Items, and what is to be said of lines that became none. */
  record Made(List<PublishedItem> items, List<Warning> warnings) {}

  /**
   * @param groups a number stands for a category
   */
  static Made make(Layout layout, List<Line> lines, boolean groups) {
    ItemsMaker maker = new ItemsMaker(layout, lines);
    List<PublishedItem> items = new ArrayList<>();
    List<String> ids = maker.ids(groups);
    for (int i = 0; i < lines.size(); i++) {
      maker.item(lines.get(i), ids.get(i)).ifPresent(items::add);
    }
    return new Made(items, maker.warnings);
  }

  private List<String> ids(boolean groups) {
    List<String> numbered = new ArrayList<>();
    Map<String, Integer> size = new LinkedHashMap<>();
    lines.forEach(line -> size.merge(line.group, 1, Integer::sum));
    Map<String, Integer> within = new HashMap<>();
    for (Line line : lines) {
      if (line.group.isEmpty()) {
        return counted();
      }
      boolean one = !groups && size.get(line.group) == 1;
      int at = within.merge(line.group, 1, Integer::sum);
      numbered.add(one ? line.group : line.group + "." + at);
    }
    return new HashSet<>(numbered).size() == numbered.size() ? numbered : counted();
  }

  /** Category and row counted from 1; only rows where there are no categories. */
  private List<String> counted() {
    List<String> ids = new ArrayList<>();
    boolean categories = lines.stream().anyMatch(l -> l.path().size() > 1);
    String last = "";
    int category = 0;
    int row = 0;
    for (Line line : lines) {
      String own = line.path().isEmpty() ? "" : line.path().get(0);
      if (categories && (category == 0 || !own.equals(last))) {
        category++;
        row = 0;
      }
      last = own;
      row++;
      ids.add(categories ? category + "." + row : String.valueOf(row));
    }
    return ids;
  }

  private Optional<PublishedItem> item(Line line, String id) {
    String name = line.name();
    if (name.isEmpty()) {
      warn(line, Message.of("import.noName"));
      return Optional.empty();
    }
    if (onRequest(line)) {
      warn(line, Message.of("import.onRequest", name));
      return Optional.empty();
    }
    Offices offices = Offices.of(line.text(Role.OFFICE));
    if (wording(line).isEmpty()) {
      line.repaired(Message.of("import.noDeadline"));
    }
    line.repairs().forEach(what -> warn(line, what));
    return Optional.of(
        new PublishedItem(
            "",
            line.row,
            id,
            category(line, name),
            name,
            line.text(Role.CONTENT),
            wording(line),
            form(line.text(Role.FORM)),
            offices.lead(),
            offices.support(),
            PlainCell.line(line.text(Role.SECTION)),
            PlainCell.line(line.text(Role.BASIS)),
            line.repairs()));
  }

  /** The levels around an item; an item that stands alone among two levels is its own category. */
  private String category(Line line, String name) {
    List<String> path = line.path();
    boolean named = line.levels.stream().anyMatch(l -> !l.text().isEmpty());
    List<String> outer = named ? path.subList(0, path.size() - 1) : path;
    boolean own = outer.isEmpty() && named && layout.levels().size() > 1;
    return own ? name : String.join(" / ", outer);
  }

  private void warn(Line line, Message what) {
    warnings.add(new Warning("", line.row, what));
  }

  /** The deadline, and the cycle beside it where that says something else. */
  private static String wording(Line line) {
    String deadline = PlainCell.line(line.text(Role.DEADLINE));
    String cycle = PlainCell.line(line.text(Role.CYCLE));
    if (deadline.isEmpty() || cycle.isEmpty() || deadline.equals(cycle)) {
      return deadline.isEmpty() ? cycle : deadline;
    }
    return deadline + "；" + cycle;
  }

  /** Only who asks gets it: no duty to publish. */
  private boolean onRequest(Line line) {
    boolean columns = layout.has(Role.ACTIVE) && layout.has(Role.REQUEST);
    return columns && !marked(line.text(Role.ACTIVE)) && marked(line.text(Role.REQUEST))
        || onRequestOnly(PlainCell.squeezed(line.text(Role.FORM)));
  }

  /** 依申请公开, or the box before it ticked and the one before 主动 not. */
  private static boolean onRequestOnly(String form) {
    Matcher ticked = TICKED.matcher(form);
    boolean request = false;
    boolean active = false;
    while (ticked.find()) {
      request |= ticked.group(1).equals("依申请");
      active |= ticked.group(1).equals("主动");
    }
    return form.matches("依申请(公开)?") || request && !active;
  }

  private static boolean marked(String cell) {
    return WordTable.of("mark").contains(PlainCell.squeezed(cell));
  }

  private static Optional<Item.Form> form(String cell) {
    boolean full = cell.contains("全文");
    boolean summary = cell.contains("摘要");
    if (full && summary) {
      return Optional.of(Item.Form.EITHER);
    }
    return full
        ? Optional.of(Item.Form.FULL)
        : summary ? Optional.of(Item.Form.SUMMARY) : Optional.empty();
  }
}
