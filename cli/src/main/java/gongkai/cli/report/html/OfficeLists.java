package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.compare.Judged;
import gongkai.message.Lang;
import gongkai.rectify.Asked;
import gongkai.rectify.GapIds;
import gongkai.rectify.OfficeNotice;
import gongkai.rectify.Outcome;
import gongkai.rectify.Rectification;
import gongkai.rectify.Reply;
import gongkai.rectify.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every office gets after an audit. */
public final class OfficeLists {
  private final ReportView view;
  private final Lang lang;
  private final Map<String, Gap> gaps = new HashMap<>();
  private final List<OfficeList> all;

  public OfficeLists(AuditResult audit, Lang lang, String version) {
    this(new ReportView(audit, lang, version), lang);
  }

  OfficeLists(ReportView view, Lang lang) {
    this.view = view;
    this.lang = lang;
    GapIds ids = Rectification.ids(audit());
    view.gaps().forEach(g -> gaps.putIfAbsent(ids.of(Judged.of(g.finding())), g));
    Map<String, OfficeNotice> notices = new HashMap<>();
    rectification().notices().forEach(n -> notices.put(n.office(), n));
    List<String> offices =
        Stream.concat(
                OfficeNotice.offices(audit().catalogue()).stream(),
                rectification().outcomes().stream().map(Outcome::office))
            .distinct()
            .toList();
    List<OfficeList> lists = new ArrayList<>();
    for (int i = 0; i < offices.size(); i++) {
      lists.add(list(i + 1, offices.get(i), Optional.ofNullable(notices.get(offices.get(i)))));
    }
    this.all =
        lists.stream()
            .filter(l -> l.asks() || !l.toCheck().isEmpty() || !l.outcomes().isEmpty())
            .toList();
  }

  private OfficeList list(int number, String office, Optional<OfficeNotice> notice) {
    return new OfficeList(
        this,
        number,
        office,
        tasks(office, notice.map(n -> n.asked(Role.LEAD)).orElse(List.of())),
        tasks(office, notice.map(n -> n.asked(Role.SUPPORT)).orElse(List.of())),
        notice.map(OfficeNotice::toCheck).orElse(List.of()).stream()
            .map(id -> new OfficeTask(id, gaps.get(id), Optional.empty(), replies(id, office)))
            .toList(),
        rectification().outcomes().stream().filter(o -> o.office().equals(office)).toList());
  }

  private List<OfficeTask> tasks(String office, List<Asked> asked) {
    return asked.stream()
        .map(
            a ->
                new OfficeTask(
                    a.gapId(), gaps.get(a.gapId()), Optional.of(a), replies(a.gapId(), office)))
        .sorted(Comparator.comparing(OfficeTask::gap, Gap.WORST_FIRST))
        .toList();
  }

  List<Reply> replies(String gapId, String office) {
    return rectification().replies(gapId).stream()
        .filter(r -> r.office().equals(office) || r.office().isEmpty())
        .toList();
  }

  /** Those that have something on them, in the catalogue's order. */
  public List<OfficeList> all() {
    return all;
  }

  /** Names of the offices that have nothing to do, in the catalogue's order. */
  public List<String> free() {
    return OfficeNotice.offices(audit().catalogue()).stream()
        .filter(name -> !name.isEmpty() && all.stream().noneMatch(l -> l.office().equals(name)))
        .toList();
  }

  public ReportView view() {
    return view;
  }

  public Phrases words() {
    return view.words();
  }

  public Lang lang() {
    return lang;
  }

  public AuditResult audit() {
    return view.audit();
  }

  public Rectification rectification() {
    return audit().rectification();
  }
}
