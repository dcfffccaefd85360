package gongkai.cli.explain;

import gongkai.message.Message;

/**
 * One thing that would have made a finding another.
 *
 * @param url of the page or section it is about; empty string if it is about none
 */
record Change(Message message, String url) {
  static Change of(String key, Object... arguments) {
    return new Change(Message.of(key, arguments), "");
  }

  static Change at(String url, String key, Object... arguments) {
    return new Change(Message.of(key, arguments), url);
  }
}
