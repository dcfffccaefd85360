package gongkai.cli.crawl;

import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Answers of earlier runs: a resumed crawl takes them in place of requests. */
record Stored(Optional<WarcSnapshot> snapshot, Map<String, String> places) {
  static final Stored NOTHING = new Stored(Optional.empty(), Map.of());

  static Stored in(Path folder) throws IOException {
    WarcSnapshot snapshot = WarcSnapshot.open(folder);
    return new Stored(Optional.of(snapshot), snapshot.places());
  }

  boolean has(Target target) {
    return places.containsKey(WarcSnapshot.exactly(target.request()));
  }

  Answer get(Target target) {
    String place = places.get(WarcSnapshot.exactly(target.request()));
    return snapshot.orElseThrow().at(place, target.request().form());
  }
}
