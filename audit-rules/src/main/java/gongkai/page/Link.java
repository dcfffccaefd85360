package gongkai.page;

/**
 * A link to another page of http or https.
 *
 * @param url absolute and canonical
 * @param text what the reader sees; the {@code title} attribute where the text is cut off with dots
 */
public record Link(String url, String text) {}
