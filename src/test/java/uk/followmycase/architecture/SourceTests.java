package uk.followmycase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the source can show. Each bites on a sample that breaks it. */
class SourceTests {

  private static final List<Path> ROOTS = List.of(JavaSource.MAIN, Path.of("src/test/java"));
  private static final List<JavaSource> MAIN = JavaSource.below(JavaSource.MAIN);

  @Test
  void noSourceNamesAForce() {
    assertThat(MAIN).isNotEmpty();
    assertThat(MAIN.stream().flatMap(ForceNames.fromTenants()::namedIn)).isEmpty();
    var names = new ForceNames(List.of("north-borders"));
    assertThat(
            Stream.of("North Borders", "NORTH_BORDERS", "\"north-borders\"", "NorthBordersPolice")
                .map("// %s"::formatted)
                .map(JavaSource::sample))
        .allSatisfy(source -> assertThat(names.namedIn(source)).hasSize(1));
    assertThat(names.namedIn(JavaSource.sample("// north of the borders"))).isEmpty();
  }

  @Test
  void sqlIsConstant() {
    assertThat(MAIN.stream().flatMap(source -> SqlRule.broken(source).stream())).isEmpty();
    assertThat(
            SqlRule.broken(
                JavaSource.sample(
                    """
                    class Rows {
                      static final String COLUMNS = "id, stage";
                      String fine = "select " + COLUMNS + " from police.thing";
                      String alsoFine = "no such " + fine;
                      String one(String name) { return "select id from police.thing where name = '" + name + "'"; }
                      String two(int id) { return "delete from police.thing where id = %d".formatted(id); }
                      String three(String where) { return new StringBuilder().append("select 1 from police.thing").append(where).toString(); }
                      String four(String column) { return "update police.thing set " + column + " = 1"; }
                    }
                    """)))
        .hasSize(4)
        .anyMatch(text -> text.contains("Sample.java:5"))
        .anyMatch(text -> text.contains("Sample.java:8"));
  }

  @Test
  void wordingIsNotInJava() {
    var pages = MAIN.stream().filter(source -> source.path().toString().contains("/web/"));
    assertThat(pages.flatMap(source -> WordingRule.broken(source).stream())).isEmpty();
    assertThat(
            WordingRule.broken(
                JavaSource.sample(
                    """
                    @Named("Some page")
                    class Page {
                      String title = "Your cases";
                      String key = "cases.title";
                      String header = "default-src 'none'";
                      void refuse() { LOG.warn("No such page"); throw new IllegalStateException("Not a page"); }
                      String said() { return say("The police are looking at your case."); }
                    }
                    """)))
        .hasSize(2);
  }

  @Test
  void wordingIsNotInTemplates() {
    assertThat(JavaSource.files(TemplateRule.TEMPLATES, ".jte"))
        .allSatisfy(path -> assertThat(TemplateRule.broken(path, JavaSource.read(path))).isEmpty());
    assertThat(
            TemplateRule.broken(
                Path.of("sample.jte"),
                """
                @import uk.followmycase.web.Frame
                @param String title = "Some title"
                <%-- Told to engineers. --%>
                !{var said = "{" + title;}
                @template.web.layout(frame = frame, title = "title.page", content = @`
                  @if(frame.names("(").size() > 1)<h1 class="big">${t.say("a.heading", "n", 1)}</h1>@endif
                  <p title="${title}">Your cases</p>
                  <img alt="A crest" src="/crest.svg">&nbsp;·
                `)
                """))
        .hasSize(2)
        .anyMatch(text -> text.endsWith("says: Your cases"))
        .anyMatch(text -> text.endsWith("says: A crest"));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(ROOTS.stream().flatMap(SourceTests::packages).distinct())
        .allSatisfy(place -> assertThat(ROOTS).anyMatch(root -> isNullMarked(root.resolve(place))));
  }

  private static Stream<Path> packages(Path root) {
    return JavaSource.files(root, ".java").map(file -> root.relativize(file.getParent()));
  }

  private static boolean isNullMarked(Path folder) {
    var packageInfo = folder.resolve("package-info.java");
    return Files.exists(packageInfo) && JavaSource.read(packageInfo).contains("@NullMarked");
  }
}
