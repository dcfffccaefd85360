/**
 * Files that people write: read whole, refused whole. Every reader of such a file is a pure
 * function from {@link gongkai.input.Source}s to a {@link gongkai.input.Reading}: a value, or every
 * complaint at once, each with file, line, field, what is wrong and what would be right.
 */
package gongkai.input;
