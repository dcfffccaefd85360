/**
 * From a gap to its cure (整改): which office is asked for what and by when, what became of what an
 * earlier audit asked for, and what offices replied. Begin with {@link
 * gongkai.rectify.Rectification#of}.
 */
package gongkai.rectify;
