package dev.sdpoint.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrivatePathsTest {
    private final PrivatePaths linux = PrivatePaths.of(List.of("/home/anna", "/data/homes/anna/"), "anna", false);
    private final PrivatePaths windows = PrivatePaths.of(List.of("C:\\Users\\Anna B"), "Anna B", true);

    @Test
    void theHomeBecomesATildeWhereverItStands() {
        assertThat(linux.veil("cannot read /home/anna/pictures/cat.jpg.")).isEqualTo("cannot read ~/pictures/cat.jpg.");
        assertThat(linux.veil("\"/home/anna\", '/home/anna/x' (/home/anna)")).isEqualTo("\"~\", '~/x' (~)");
        assertThat(linux.veil("in /home/anna.")).isEqualTo("in ~.");
        assertThat(linux.veil("file:///home/anna/a file:/home/anna/b")).isEqualTo("file://~/a file:~/b");
        assertThat(linux.veil("/data/homes/anna/runs")).isEqualTo("~/runs");
    }

    @Test
    void otherFoldersThatBeginAlikeStay() {
        assertThat(linux.veil("/home/annabel/x")).isEqualTo("/home/annabel/x");
        assertThat(linux.veil("/home/anna-old/x")).isEqualTo("/home/anna-old/x");
        assertThat(linux.veil("/home/anna.old/x")).isEqualTo("/home/anna.old/x");
        assertThat(linux.veil("/backup/home/annas/x")).isEqualTo("/backup/home/annas/x");
    }

    @Test
    void theNameOnOtherDisksIsHidden() {
        assertThat(linux.veil("/media/anna/STICK/x.jpg")).isEqualTo("/media/USER/STICK/x.jpg");
        assertThat(linux.veil("/run/media/anna/disk")).isEqualTo("/run/media/USER/disk");
        assertThat(linux.veil("class anna of /data/anna")).isEqualTo("class anna of /data/anna");
    }

    @Test
    void windowsPathsInEverySpelling() {
        assertThat(windows.veil("C:\\Users\\Anna B\\x")).isEqualTo("~\\x");
        assertThat(windows.veil("c:\\users\\anna b\\x")).isEqualTo("~\\x");
        assertThat(windows.veil("C:/Users/Anna B/x")).isEqualTo("~/x");
        assertThat(windows.veil("file:///C:/Users/Anna%20B/x")).isEqualTo("file:///~/x");
        assertThat(windows.veil("C:\\\\Users\\\\Anna B\\\\x")).isEqualTo("~\\\\x");
        assertThat(windows.veil("D:\\Users\\Anna B\\x")).isEqualTo("D:\\Users\\USER\\x");
    }

    @Test
    void aHomeThatIsTheRootOrUnknownHidesNothing() {
        assertThat(PrivatePaths.of(List.of("/", ""), "", false).veil("/etc/hosts"))
                .isEqualTo("/etc/hosts");
    }

    @Test
    void aHomeWithSignsOfRegularExpressionsIsTakenAsItIs() {
        assertThat(PrivatePaths.of(List.of("/home/a.b+c$"), "a.b+c$", false).veil("/home/a.b+c$/x /home/aXb+c/x"))
                .isEqualTo("~/x /home/aXb+c/x");
    }
}
