/**
 * A site as fetched, on disk: one append-only WARC file (ISO 28500), each record a gzip member of
 * its own, so that any web-archive tool opens the evidence and a killed crawl loses at most the
 * record it was writing.
 *
 * <p>Bodies are stored after content decoding. The headers {@code Content-Encoding}, {@code
 * Content-Length} and {@code Transfer-Encoding} of the wire would then be wrong; they are kept
 * under the prefix {@code X-Archive-Orig-} and {@code Content-Length} states the stored length.
 */
package gongkai.cli.snapshot;
