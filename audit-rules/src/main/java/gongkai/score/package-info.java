/**
 * Scores (评分): a scheme (评分标准) says what a gap costs, and an audit's score follows from it by
 * arithmetic alone. Begin with {@link gongkai.score.Scorer#of}.
 */
package gongkai.score;
