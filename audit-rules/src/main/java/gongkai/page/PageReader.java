package gongkai.page;

import gongkai.snapshot.Answer;

/** Reads a stored answer: the only door from bytes to {@link PageFacts}. */
public final class PageReader {
  /** Characters of main text that are kept: enough for triggers, validity and repeal lists. */
  public static final int MAX_TEXT = 40_000;

  private PageReader() {}

  /** What an answer says; never throws for any bytes. */
  public static PageFacts read(Answer answer) {
    throw new UnsupportedOperationException("being built");
  }
}
