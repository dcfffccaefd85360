/**
 * From audit to audit (历次比较): what became of each gap. Begin with {@link
 * gongkai.compare.Comparison#of}.
 */
package gongkai.compare;
