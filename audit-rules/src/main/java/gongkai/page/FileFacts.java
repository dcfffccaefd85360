package gongkai.page;

import gongkai.page.date.DateEvidence;
import gongkai.snapshot.FileText;
import java.util.Optional;

/**
 * What a stored answer that is no HTML is.
 *
 * @param size bytes that were stored
 * @param state what came of reading its text
 * @param detail what kept it from being read, in short words; empty string if nothing did
 * @param entryDay the day in a name that a publishing system gave the file when it took it in
 *     ({@code P020260304…}); it dates a publication only where nothing else does
 */
public record FileFacts(
    FileFormat format,
    long size,
    FileText.State state,
    String detail,
    Optional<DateEvidence> entryDay) {}
