/**
 * What an inspector also wants to know of a site (核查提示): findings that no requirement asks for.
 * Begin with {@link gongkai.notice.MissingNumbers} and {@link gongkai.notice.PersonalNumbers}.
 */
package gongkai.notice;
