/**
 * Rulings (裁定): what an inspector has decided about pages that the score alone does not decide.
 * They beat every score. Begin with {@link gongkai.ruling.Rulings#applied}.
 */
package gongkai.ruling;
