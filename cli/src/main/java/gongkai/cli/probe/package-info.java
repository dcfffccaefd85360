/** {@code gongkai probe}: which pages are sampled, what is measured live, how it is printed. */
package gongkai.cli.probe;
