package gongkai.page;

/**
 * A file offered by a page (PDF, DOC, DOCX, XLS, XLSX, WPS, ET, OFD, CEB, ZIP, RAR).
 *
 * @param url absolute and canonical
 * @param name the link's text or title, else the file name; may be empty
 */
public record Attachment(String url, String name) {}
