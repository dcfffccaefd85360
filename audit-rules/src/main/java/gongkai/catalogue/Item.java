package gongkai.catalogue;

import java.util.List;

/**
 * One row of the catalogue (公开事项).
 *
 * @param id {@code category.row}: {@code 2.2}
 * @param category 事项类别
 * @param name 事项名称
 * @param content the catalogue's words, verbatim
 * @param wording its deadline words (公开时限), verbatim
 * @param form whole text or summary
 * @param lead offices that answer (责任单位, 牵头)
 * @param support offices that help (配合); may be empty
 * @param requirements at least one
 * @param repaired cells that the published table lost and how each was restored; empty list if none
 */
public record Item(
    String id,
    String category,
    String name,
    String content,
    String wording,
    Form form,
    List<String> lead,
    List<String> support,
    List<Requirement> requirements,
    List<String> repaired) {
  /** 公开方式. */
  public enum Form {
    /** 全文. */
    FULL,
    /** 摘要. */
    SUMMARY,
    /** 全文或摘要. */
    EITHER
  }

  public Item {
    lead = List.copyOf(lead);
    support = List.copyOf(support);
    requirements = List.copyOf(requirements);
    repaired = List.copyOf(repaired);
  }

  Item with(List<Requirement> others) {
    return new Item(id, category, name, content, wording, form, lead, support, others, repaired);
  }

  Item with(List<String> otherLead, List<String> otherSupport) {
    return new Item(
        id,
        category,
        name,
        content,
        wording,
        form,
        otherLead,
        otherSupport,
        requirements,
        repaired);
  }

  /** All offices, leading ones first. */
  public List<String> offices() {
    return java.util.stream.Stream.concat(lead.stream(), support.stream()).toList();
  }
}
