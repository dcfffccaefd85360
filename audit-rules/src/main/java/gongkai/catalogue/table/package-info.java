/**
 * A published catalogue (主动公开基本目录), a table in a file of any common kind, made into an editable
 * rule file.
 *
 * <p>The way of a table: {@link gongkai.catalogue.table.Grid} (cells as they lie) → {@link
 * gongkai.catalogue.table.Layout} (which column says what) → {@link gongkai.catalogue.table.Line}s,
 * mended step by step, each repair a warning with its row → {@link
 * gongkai.catalogue.table.PublishedItem}s → {@link gongkai.catalogue.table.RuleFileText}. {@link
 * gongkai.catalogue.table.CatalogueImport} is that way in one method.
 */
package gongkai.catalogue.table;
