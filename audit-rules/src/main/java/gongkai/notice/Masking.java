package gongkai.notice;

import gongkai.catalogue.Catalogue;
import gongkai.message.Message;
import gongkai.snapshot.CrawlInfo;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes personal numbers out of everything that a record says, however deep: titles, raw words,
 * reasons, addresses.
 *
 * <p>It goes through the components of records instead of naming them, so that what somebody adds
 * to a result later cannot leak. What comes from the user and not from the web stays: the catalogue
 * and what is known of the crawl.
 */
public final class Masking {
  private static final String OURS = "gongkai.";
  private static final Set<Class<?>> FROM_THE_USER = Set.of(CrawlInfo.class);
  private static final String RULES = Catalogue.class.getPackageName();

  private final Map<Class<?>, Shape> shapes = new IdentityHashMap<>();

  private record Shape(RecordComponent[] components, Constructor<?> constructor) {}

  private Masking() {}

  /** The same record with its personal numbers masked; itself where it has none. */
  public static <T extends Record> T of(T record) {
    @SuppressWarnings("unchecked") // a record's canonical constructor makes the same record
    T masked = (T) new Masking().masked(record);
    return masked;
  }

  private Object masked(Object value) {
    if (value instanceof String text) {
      return PersonalNumbers.masked(text);
    }
    if (value instanceof Message message) {
      List<Object> arguments = all(message.arguments());
      return arguments == message.arguments() ? message : new Message(message.key(), arguments);
    }
    if (value instanceof List<?> list) {
      return all(list);
    }
    if (value instanceof Set<?> set) {
      Set<Object> masked = set.stream().map(this::masked).collect(Collectors.toSet());
      return masked.equals(set) ? set : masked;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> masked = new LinkedHashMap<>();
      map.forEach((k, v) -> masked.put(masked(k), masked(v)));
      return masked.equals(map) ? map : masked;
    }
    if (value instanceof Optional<?> optional) {
      Optional<Object> masked = optional.map(this::masked);
      return masked.equals(optional) ? optional : masked;
    }
    return value instanceof Record record && isOurs(record) ? rebuilt(record) : value;
  }

  /** The same list where nothing in it changes. */
  private <T> List<T> all(List<T> values) {
    List<T> all = new ArrayList<>(values.size());
    boolean same = true;
    for (T value : values) {
      @SuppressWarnings("unchecked") // what is masked keeps its type
      T masked = (T) masked(value);
      same &= masked == value;
      all.add(masked);
    }
    return same ? values : all;
  }

  private static boolean isOurs(Record record) {
    Class<?> type = record.getClass();
    return type.getName().startsWith(OURS)
        && !type.getPackageName().equals(RULES)
        && !FROM_THE_USER.contains(type);
  }

  private Object rebuilt(Record record) {
    Shape shape = shapes.computeIfAbsent(record.getClass(), Masking::shape);
    Object[] values = new Object[shape.components().length];
    boolean same = true;
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = shape.components()[i].getAccessor().invoke(record);
        values[i] = masked(value);
        same &= values[i] == value;
      }
      return same ? record : shape.constructor().newInstance(values);
    } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
      throw new IllegalStateException("a record of ours: " + record.getClass(), e);
    }
  }

  private static Shape shape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      Arrays.stream(components).forEach(c -> c.getAccessor().setAccessible(true));
      return new Shape(components, constructor);
    } catch (NoSuchMethodException everyRecordHasIt) {
      throw new IllegalStateException(everyRecordHasIt);
    }
  }
}
