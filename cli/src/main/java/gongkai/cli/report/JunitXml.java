package gongkai.cli.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML that test reports are written in, as Jenkins, GitLab and Surefire read it. */
final class JunitXml {
  /** What became of a test. */
  enum Outcome {
    PASSED,
    FAILED,
    /** It could not be told. */
    ERROR,
    SKIPPED
  }

  /**
   * A test.
   *
   * @param className with points between a package's parts
   * @param type a code; shown for a failure or an error
   * @param message one line; empty string if there is nothing to say
   * @param body several lines; empty string if there is no more to say
   */
  record Case(
      String className, String name, Outcome outcome, String type, String message, String body) {}

  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * @param day stands where a clock's time would
   * @param facts stand as properties of the first suite
   * @param suites tests by the suite's name
   */
  static byte[] bytes(
      String name, LocalDate day, Map<String, String> facts, Map<String, List<Case>> suites) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new JunitXml(xml).document(name, day, facts, suites);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private void document(
      String name, LocalDate day, Map<String, String> facts, Map<String, List<Case>> suites)
      throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    counts(name, suites.values().stream().flatMap(List::stream).toList());
    boolean first = true;
    for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testsuite");
      counts(suite.getKey(), suite.getValue());
      attribute("skipped", count(suite.getValue(), Outcome.SKIPPED));
      attribute("timestamp", day + "T00:00:00");
      properties(first ? facts : Map.of());
      first = false;
      for (Case test : suite.getValue()) {
        test(test);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  /**
   * What suites and their whole have alike; the schema of Jenkins knows no skipped of the whole.
   */
  private void counts(String name, List<Case> tests) throws XMLStreamException {
    attribute("name", name);
    attribute("tests", Integer.toString(tests.size()));
    attribute("failures", count(tests, Outcome.FAILED));
    attribute("errors", count(tests, Outcome.ERROR));
    attribute("time", "0");
  }

  private static String count(List<Case> tests, Outcome outcome) {
    return Long.toString(tests.stream().filter(t -> t.outcome() == outcome).count());
  }

  private void properties(Map<String, String> facts) throws XMLStreamException {
    if (facts.isEmpty()) {
      return;
    }
    xml.writeCharacters("\n    ");
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      xml.writeCharacters("\n      ");
      xml.writeEmptyElement("property");
      attribute("name", fact.getKey());
      attribute("value", fact.getValue());
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private void test(Case test) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute("classname", test.className());
    attribute("name", test.name());
    attribute("time", "0");
    switch (test.outcome()) {
      case PASSED -> said("system-out", test, false);
      case FAILED -> said("failure", test, true);
      case ERROR -> said("error", test, true);
      case SKIPPED -> said("skipped", test, false);
    }
    xml.writeEndElement();
  }

  private void said(String element, Case test, boolean typed) throws XMLStreamException {
    boolean plain = element.equals("system-out");
    if (plain && test.body().isEmpty()) {
      return;
    }
    xml.writeCharacters("\n      ");
    xml.writeStartElement(element);
    if (!plain) {
      attribute("message", test.message());
    }
    if (typed) {
      attribute("type", test.type());
    }
    xml.writeCharacters(legal(test.body()));
    xml.writeEndElement();
    xml.writeCharacters("\n    ");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  /** XML takes no control character, not even escaped, nor half a pair. */
  private static String legal(String text) {
    return ILLEGAL.matcher(text).replaceAll("\uFFFD");
  }
}
