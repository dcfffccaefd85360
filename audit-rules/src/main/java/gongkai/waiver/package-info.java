/**
 * Waivers (豁免): gaps that somebody has excused for a time. An excused gap stays a gap, with its
 * verdict and its severity, and is shown everywhere; only the exit code does not look at it. Begin
 * with {@link gongkai.waiver.Waivers#applied}.
 */
package gongkai.waiver;
