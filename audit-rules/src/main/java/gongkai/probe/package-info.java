/**
 * What kind of site a snapshot shows: its system, its sections and the requirements they stand for,
 * how its lists go on, where its dates stand. Begin with {@link gongkai.probe.Probe}.
 */
package gongkai.probe;
