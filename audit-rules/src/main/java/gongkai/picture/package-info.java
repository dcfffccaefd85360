/**
 * Pictures of what decides a violation (截图取证): the page judged and the listing where it stands, as
 * a browser shows what was stored. Begin with {@link gongkai.picture.Exhibits}.
 */
package gongkai.picture;
