package gongkai.page;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of a section's listing.
 *
 * @param url absolute and canonical; may lead to another host
 * @param title the whole title: the {@code title} attribute where the visible text is cut off
 * @param truncated the title ends in dots and nothing longer is known
 * @param date the date beside the link, Asia/Shanghai; empty if none or without a year
 * @param dateText the raw words the date was read from; empty string if none
 * @param mark words beside the link that say what became of the document (失效, 废止, 置顶 …); empty
 *     string if none
 */
public record ListingEntry(
    String url,
    String title,
    boolean truncated,
    Optional<LocalDate> date,
    String dateText,
    String mark) {}
