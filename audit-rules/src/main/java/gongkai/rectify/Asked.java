package gongkai.rectify;

import java.time.LocalDate;

/**
 * One gap that an office is asked to cure.
 *
 * @param gapId in {@link GapIds} of the audit that asks
 * @param by last day to cure it (整改期限)
 * @param provisional the calendar has no data for a year that {@code by} needs
 * @param first {@code as-of} of the audit that asked for it first; this one's if it is new
 */
public record Asked(String gapId, Role role, LocalDate by, boolean provisional, LocalDate first) {}
