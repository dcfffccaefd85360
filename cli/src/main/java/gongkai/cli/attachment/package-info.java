/**
 * Text of files that are no HTML. They come from the web and are read by large libraries, so they
 * are read in a process of its own ({@link gongkai.cli.attachment.ReaderProcess}) with a heap of
 * its own: what bursts, hangs or breaks there is one file that could not be read, and no audit.
 */
package gongkai.cli.attachment;
