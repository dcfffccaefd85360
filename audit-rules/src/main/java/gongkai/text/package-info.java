/** Chinese writing, whatever it is about. */
package gongkai.text;
