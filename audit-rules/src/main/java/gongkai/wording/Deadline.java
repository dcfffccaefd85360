package gongkai.wording;

import gongkai.catalogue.Cadence;

/**
 * One deadline understood.
 *
 * @param cadence what it asks for; {@link Cadence#basis()} says whether its limit stands in the
 *     words ({@code text}) or is the default of inspection practice
 * @param notation the cadence as a rule file writes it, without the braces: {@code every: year,
 *     due: next 01-31}
 * @param from the part of the words that it was read from, as they stand in the cell
 * @param pattern the row of the table that read it
 * @param line where the row stands in {@code rules/wordings/deadlines.tsv}
 */
public record Deadline(Cadence cadence, String notation, String from, String pattern, int line) {}
