package gongkai.cli.snapshot;

import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.picture.Picture;
import gongkai.picture.Picture.Taken;
import gongkai.picture.Pictures;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Trouble;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A snapshot read back from its folder. Reading is a stream: one record at a time is in memory.
 *
 * <p>The order of the answers is the order of storing, which depends on the network: whoever makes
 * an output sorts by address.
 */
public final class WarcSnapshot implements Snapshot {
  private final Path file;
  private Optional<Summary> summary = Optional.empty();
  private Optional<String> digest = Optional.empty();

  /** What one pass over the file tells beside the answers. */
  private record Summary(
      CrawlInfo info,
      List<Unread> unread,
      List<Trouble> troubles,
      Pictures pictures,
      long wholeLength) {}

  private WarcSnapshot(Path file) {
    this.file = file;
  }

  /**
   * Opens the snapshot in a folder.
   *
   * @throws NoSuchFileException when the folder holds none
   */
  public static WarcSnapshot open(Path folder) throws IOException {
    Path file = folder.resolve(WarcStore.FILE);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new WarcSnapshot(file);
  }

  /** The folder it lies in. */
  public Path folder() {
    return file.getParent();
  }

  @Override
  public CrawlInfo info() {
    return summary().info();
  }

  @Override
  public List<Unread> unread() {
    return summary().unread();
  }

  @Override
  public List<Trouble> troubles() {
    return summary().troubles();
  }

  @Override
  public Pictures pictures() {
    return summary().pictures();
  }

  /** The PNG of a picture. */
  public byte[] picture(Taken picture) throws IOException {
    long offset = offset(picture.place());
    byte[] content = member(offset);
    if (!(Records.read(content, new Records.Other(), picture.place(), false)
            instanceof PictureRecords.Pictured pictured)
        || !pictured.picture().equals(picture)) {
      throw new IOException("no picture at " + picture.place());
    }
    return Records.body(content);
  }

  private static long offset(String place) {
    return Long.parseLong(place.substring(place.lastIndexOf(':') + 1));
  }

  @Override
  public void forEach(Consumer<Answer> reader) {
    forEach(
        (answer, role) -> {
          if (role == Exchange.Role.PAGE || role == Exchange.Role.RENDERED) {
            reader.accept(answer);
          }
        });
  }

  /** Also the answers that are no pages: robots.txt and sitemaps. */
  public interface Reader {
    void read(Answer answer, Exchange.Role role);
  }

  /** Every stored answer, the ones that are no pages too. */
  public void forEach(Reader reader) {
    filed((answered, stretch) -> reader.read(answered.answer(), answered.role()));
  }

  /** One stored answer by its {@link Answer#place}. */
  public Answer at(String place, Optional<String> form) {
    long offset = offset(place);
    try (FileChannel channel = FileChannel.open(file);
        GzipMembers members = new GzipMembers(channel, offset)) {
      GzipMembers.Member member =
          members.next().orElseThrow(() -> new IOException("no record at " + place));
      Records.Read read = Records.read(member.content(), new Records.Asked(form), place, proven());
      Records.Answered answered =
          answered(channel, read, offset, place)
              .orElseThrow(() -> new IOException("no answer at " + place));
      Optional<GzipMembers.Member> next = members.next();
      return next.isPresent()
              && Records.read(next.get().content(), read, place, proven())
                  instanceof Records.Converted converted
          ? answered.answer().with(converted.text())
          : answered.answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a record answers; a revisit takes its body from the original that it names. */
  private Optional<Records.Answered> answered(
      FileChannel channel, Records.Read read, long offset, String place) throws IOException {
    if (read instanceof Records.Answered answered) {
      return answered.role() == Exchange.Role.ORIGINAL ? Optional.empty() : Optional.of(answered);
    }
    if (!(read instanceof Records.Revisited revisited)) {
      return Optional.empty();
    }
    try (GzipMembers members = new GzipMembers(channel, offset - revisited.back())) {
      byte[] content =
          members.next().orElseThrow(() -> new IOException("no original of " + place)).content();
      Records.Read original = Records.read(content, new Records.Other(), place, proven());
      if (original instanceof Records.Answered first) {
        return Optional.of(revisited.answer(first, place));
      }
      throw new IOException("no original of " + place);
    }
  }

  /** Content of the member at an offset. */
  byte[] member(long offset) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        GzipMembers members = new GzipMembers(channel, offset)) {
      return members
          .next()
          .orElseThrow(() -> new IOException("no record at " + file + ":" + offset))
          .content();
    }
  }

  /** Bytes of the file as they are. */
  byte[] bytes(Stretch stretch) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      java.nio.ByteBuffer buffer =
          java.nio.ByteBuffer.allocate(Math.toIntExact(stretch.to() - stretch.from()));
      while (buffer.hasRemaining()
          && channel.read(buffer, stretch.from() + buffer.position()) > 0) {
        continue;
      }
      return buffer.array();
    }
  }

  /**
   * Where an exchange lies in the file: request and answer, before them the original of a revisit.
   *
   * @param original where the record of the body lies
   */
  record Stretch(long from, long answerAt, long to, long original) {}

  /** An answer and its place; the text of a file follows its answer. */
  private record Filed(Records.Answered answered, Stretch stretch) {
    Filed with(Records.Read next, long end) {
      return next instanceof Records.Converted converted
          ? new Filed(
              answered.with(converted.text()),
              new Stretch(stretch.from(), stretch.answerAt(), end, stretch.original()))
          : this;
    }

    void to(Filing filing) {
      filing.filed(answered, stretch);
    }
  }

  interface Filing {
    void filed(Records.Answered answered, Stretch stretch);
  }

  /** Every answer with its place. */
  void filed(Filing filing) {
    try {
      summary = Optional.of(scan(filing));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first pass proves every answer by its digest; the passes after it take that as proven. */
  private boolean proven() {
    return summary.isPresent();
  }

  /** The id of the record that begins at an offset. */
  static URI recordId(Path file, long offset) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        GzipMembers members = new GzipMembers(channel, offset)) {
      GzipMembers.Member member =
          members.next().orElseThrow(() -> new IOException("no record at " + offset));
      return Records.id(member.content());
    }
  }

  /** Bytes up to the end of the last whole record. */
  long wholeLength() {
    return summary().wholeLength();
  }

  private Summary summary() {
    if (summary.isEmpty()) {
      forEach((answer, role) -> {});
    }
    return summary.orElseThrow();
  }

  private Summary scan(Filing filing) throws IOException {
    Optional<CrawlInfo> first = Optional.empty();
    boolean complete = false;
    Map<String, Unread> earlier = new LinkedHashMap<>();
    Map<String, Unread> thisRun = new LinkedHashMap<>();
    Set<Trouble> troubles = new LinkedHashSet<>();
    Map<String, Picture> pictures = new HashMap<>();
    boolean picturesAsked = false;
    Records.Read before = new Records.Other();
    Optional<Filed> filed = Optional.empty();
    long from = 0;
    try (FileChannel channel = FileChannel.open(file);
        GzipMembers members = new GzipMembers(channel, 0)) {
      Optional<GzipMembers.Member> member = members.next();
      for (; member.isPresent(); member = members.next()) {
        long start = member.get().start();
        String place = WarcStore.FILE + ":" + start;
        Records.Read read = Records.read(member.get().content(), before, place, proven());
        if (filed.isPresent()) {
          filed.get().with(read, member.get().end()).to(filing);
          filed = Optional.empty();
        }
        Optional<Records.Answered> answered = answered(channel, read, start, place);
        boolean original = read instanceof Records.Answered a && a.role() == Exchange.Role.ORIGINAL;
        boolean afterOriginal =
            before instanceof Records.Answered a && a.role() == Exchange.Role.ORIGINAL;
        if (original || read instanceof Records.Asked && !afterOriginal) {
          from = start;
        }
        before = read;
        if (read instanceof Records.Begun begun) {
          first = first.or(() -> Optional.of(begun.info()));
          earlier.putAll(thisRun);
          thisRun.clear();
          troubles.clear();
          complete = false;
        } else if (read instanceof Records.Ended) {
          complete = true;
        } else if (read instanceof PictureRecords.Pictured pictured) {
          pictures.put(pictured.page(), pictured.picture());
        } else if (read instanceof PictureRecords.Ended) {
          picturesAsked = true;
        } else if (read instanceof Records.Troubled troubled) {
          troubles.add(troubled.trouble());
        } else if (read instanceof Records.NotRead notRead) {
          thisRun.put(notRead.unread().request().key(), notRead.unread());
        } else if (answered.isPresent()) {
          earlier.remove(answered.get().answer().request().key());
          thisRun.remove(answered.get().answer().request().key());
          long back = read instanceof Records.Revisited r ? r.back() : 0;
          Stretch stretch = new Stretch(from, start, member.get().end(), start - back);
          filed = Optional.of(new Filed(answered.get(), stretch));
        }
      }
      filed.ifPresent(last -> last.to(filing));
      refuseDamage(channel, members.position());
      if (first.isEmpty()) {
        throw new IOException(file + " holds no crawl");
      }
      // a run that ended says all that it did not read; before it ended, the runs before it count
      if (!complete) {
        earlier.putAll(thisRun);
      }
      List<Unread> unread = List.copyOf((complete ? thisRun : earlier).values());
      return new Summary(
          ended(first.get(), complete),
          unread,
          List.copyOf(troubles),
          new Pictures(Optional.empty(), picturesAsked, pictures),
          members.position());
    }
  }

  private static CrawlInfo ended(CrawlInfo info, boolean complete) {
    return new CrawlInfo(
        info.start(),
        info.hosts(),
        info.allowedHosts(),
        info.startedAt(),
        info.robotsConsent(),
        complete);
  }

  /** A torn last record is what a kill leaves; whole records behind the tear mean damage. */
  private void refuseDamage(FileChannel channel, long position) throws IOException {
    long rest = channel.size() - position;
    if (rest <= 0) {
      return;
    }
    java.nio.ByteBuffer tail =
        java.nio.ByteBuffer.allocate((int) Math.min(rest, Integer.MAX_VALUE / 4));
    channel.read(tail, position);
    byte[] bytes = tail.array();
    for (int i = 1; i + 3 < tail.position(); i++) {
      if (bytes[i] == 0x1f
          && bytes[i + 1] == (byte) 0x8b
          && bytes[i + 2] == 8
          && bytes[i + 3] == 0) {
        try (GzipMembers members = new GzipMembers(channel, position + i)) {
          if (members.next().isPresent()) {
            throw new IOException(file + " is damaged at byte " + position);
          }
        }
      }
    }
  }

  /**
   * Where each answer lies, by {@link #exactly}; for going on with a crawl. A file whose text did
   * not come to be stored is none: it is asked for again.
   */
  public Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    forEach(
        (answer, role) -> {
          if (!textLost(answer)) {
            places.put(exactly(answer.request()), answer.place());
          }
        });
    return places;
  }

  /** A file whose text was not stored. */
  static boolean textLost(Answer answer) {
    return answer.fileText().isEmpty()
        && answer.status() / 100 == 2
        && PageReader.readableFile(answer.body(), answer.contentType(), answer.request().url())
            .isPresent();
  }

  /** A request with its scheme: http and https of one address are two answers. */
  public static String exactly(PageRequest request) {
    return request.url() + request.form().map(f -> " " + f).orElse("");
  }

  @Override
  public String digest() {
    if (digest.isEmpty()) {
      MessageDigest sha256 = Records.sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      digest = Optional.of(HexFormat.of().formatHex(sha256.digest()));
    }
    return digest.get();
  }
}
