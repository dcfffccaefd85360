package gongkai.page.date;

import java.time.LocalDate;

/**
 * A publication date with its source and the words it was read from.
 *
 * @param date day in Asia/Shanghai
 * @param source where it was found
 * @param text the raw words, label included, as the page has them (blanks folded)
 */
public record DateEvidence(LocalDate date, DateSource source, String text) {}
