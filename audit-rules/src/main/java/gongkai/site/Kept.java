package gongkai.site;

import java.time.Instant;

/**
 * Where an answer is kept in the snapshot (证据存放).
 *
 * @param sha256 of its body, lower-case hex
 * @param place file and offset of its WARC record
 */
public record Kept(String sha256, String place, Instant fetchedAt) {}
