package gongkai.catalogue.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bureau's name in the title above a catalogue. */
final class Titles {
  private static final Pattern BUREAU =
      Pattern.compile(
          "^#?(?:\\d{4}年(?:度)?)?(?:关于)?(.{2,30}?(?:局|委员会|委|办公室|办|厅|政府|中心|管理处|院|会|街道|镇|乡))"
              + "(?:\\d{4}年?(?:度)?)?(?:部门)?(?:基层)?(?:政府|政务)?(?:信息)?(?:主动)?公开.*(?:目录|清单|标准|事项)");

  private Titles() {}

  static Optional<String> bureau(String title) {
    Matcher matcher = BUREAU.matcher(PlainCell.squeezed(title));
    return matcher.find() && !matcher.group(1).contains("领域")
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }
}
