/**
 * {@code gongkai explain}: why, and what would have changed it. Everything is read from {@code
 * audit.json} and nothing is judged again, so that the terminal never says other than the report.
 */
package gongkai.cli.explain;
