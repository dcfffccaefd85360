/**
 * What the words of a published catalogue mean: its deadlines (公开时限) as cadences, its contents
 * (公开内容) as duties. Begin with {@link gongkai.wording.DeadlineLanguage} and {@link
 * gongkai.wording.Duties}. The wordings are rows of {@code rules/wordings/}; nothing is guessed:
 * words that no row covers from end to end stay {@code unknown}.
 */
package gongkai.wording;
