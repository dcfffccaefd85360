package gongkai;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What may depend on what: the rules are pure, the shell knows them, and the fixtures know neither.
 */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gongkai");

  private static final DescribedPredicate<JavaClass> SHELL =
      describe("of cli", c -> within(c, "gongkai.cli"));
  private static final DescribedPredicate<JavaClass> FIXTURES =
      describe("of fixtures", c -> within(c, "gongkai.fixtures"));
  private static final DescribedPredicate<JavaClass> RULES =
      describe(
          "of audit-rules",
          c -> within(c, "gongkai") && !within(c, "gongkai.cli") && !within(c, "gongkai.fixtures"));

  /** Addresses are text to be taken apart; nothing here opens them. */
  private static final Set<String> NAMES_ONLY =
      Set.of(
          URI.class.getName(),
          URISyntaxException.class.getName(),
          IDN.class.getName(),
          URLDecoder.class.getName(),
          URLEncoder.class.getName());

  private static final DescribedPredicate<JavaClass> WORLD =
      describe(
          "the world: network, files, threads, loggers",
          c ->
              within(c, "java.net") && !NAMES_ONLY.contains(c.getName())
                  || within(c, "okhttp3")
                  || within(c, "java.nio.file")
                  || within(c, "java.nio.channels")
                  || within(c, "java.util.concurrent")
                  || within(c, "java.util.logging")
                  || within(c, "org.slf4j")
                  || c.getName().matches("java\\.io\\.(File|RandomAccess|Console|PrintStream).*")
                  || c.getName().matches("java\\.lang\\.(Process.*|Thread.*|Runtime)")
                  || c.getName().matches("java\\.util\\.(Timer|TimerTask|Random|Scanner)"));

  /** Clock, console, environment, and what the machine is set to. */
  private static final DescribedPredicate<JavaAccess<?>> MACHINE =
      describe(
          "the clock or the machine",
          access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            String name = target.getName();
            return owner.startsWith("java.time.")
                    && (name.equals("now") || name.startsWith("system") || owner.endsWith("Clock"))
                || owner.equals("java.lang.System") && !name.equals("arraycopy")
                || owner.equals("java.util.Locale") && name.equals("getDefault")
                || owner.equals("java.util.TimeZone")
                || owner.equals("java.lang.Math") && name.equals("random")
                || owner.equals("java.nio.charset.Charset") && name.equals("defaultCharset");
          });

  /** In the machine's language: an Arabic one writes its own digits, a Turkish one its own i. */
  private static final DescribedPredicate<JavaAccess<?>> MACHINES_LANGUAGE =
      describe(
          "a text in the machine's language",
          access -> {
            AccessTarget target = access.getTarget();
            boolean ofText = target.getOwner().getName().equals("java.lang.String");
            boolean saidWhich =
                target instanceof AccessTarget.CodeUnitCallTarget call
                    && call.getRawParameterTypes().stream()
                        .anyMatch(p -> p.getName().equals("java.util.Locale"));
            return ofText
                && !saidWhich
                && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                    .contains(target.getName());
          });

  private static boolean within(JavaClass c, String name) {
    return c.getPackageName().equals(name) || c.getPackageName().startsWith(name + ".");
  }

  @Test
  void theRulesKnowNothingOfTheWorld() {
    noClasses().that(RULES).should().dependOnClassesThat(WORLD).check(PROGRAM);
  }

  @Test
  void theRulesAskNoClockAndNoMachine() {
    noClasses().that(RULES).should().accessTargetWhere(MACHINE).check(PROGRAM);
  }

  @Test
  void nothingIsWrittenInTheLanguageOfTheMachine() {
    noClasses().that(RULES.or(SHELL)).should().accessTargetWhere(MACHINES_LANGUAGE).check(PROGRAM);
  }

  @Test
  void theRulesKnowNothingOfTheShellAndNobodyKnowsTheFixtures() {
    noClasses().that(RULES).should().dependOnClassesThat(SHELL.or(FIXTURES)).check(PROGRAM);
    noClasses().that(SHELL).should().dependOnClassesThat(FIXTURES).check(PROGRAM);
    noClasses().that(FIXTURES).should().dependOnClassesThat(SHELL.or(RULES)).check(PROGRAM);
  }

  @Test
  void theProgramsParts() {
    // a law about no class would hold too
    assertThat(PROGRAM.that(RULES)).hasSizeGreaterThan(80);
    assertThat(PROGRAM.that(SHELL)).hasSizeGreaterThan(80);
    assertThat(PROGRAM.that(FIXTURES)).hasSizeGreaterThan(4);
  }

  @Test
  void theLawsCatchTheShellWhichBreaksThem() {
    assertThat(
            noClasses()
                .that(SHELL)
                .should()
                .dependOnClassesThat(WORLD)
                .evaluate(PROGRAM)
                .hasViolation())
        .isTrue();
    assertThat(
            noClasses()
                .that(SHELL)
                .should()
                .accessTargetWhere(MACHINE)
                .evaluate(PROGRAM)
                .hasViolation())
        .isTrue();
  }
}
