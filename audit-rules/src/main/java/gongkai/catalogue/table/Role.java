package gongkai.catalogue.table;

/** What a column says. */
enum Role {
  /** 序号. */
  NUMBER,
  /** 事项, one column for each level. */
  LEVEL,
  /** 事项类别: a level that is never the innermost. */
  CATEGORY,
  /** 公开内容. */
  CONTENT,
  /** 公开时限. */
  DEADLINE,
  /** 更新周期, beside a deadline or in its place. */
  CYCLE,
  /** 责任单位, 公开主体. */
  OFFICE,
  /** 公开方式: the whole text or a summary. */
  FORM,
  /** 网站所属栏目. */
  SECTION,
  /** 公开依据. */
  BASIS,
  /** 主动公开, as a mark. */
  ACTIVE,
  /** 依申请公开, as a mark. */
  REQUEST,
  /** Known, and of no use here. */
  ASIDE
}
