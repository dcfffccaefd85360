/**
 * Takes a snapshot of a live site. {@link gongkai.cli.crawl.Crawler} is the main flow: one thread
 * decides what is asked next and keeps all state; network and reading threads only hand results
 * back to it.
 *
 * <p>Navigation and listings are read before articles. What was wanted and not got is recorded in
 * the snapshot with its reason.
 */
package gongkai.cli.crawl;
