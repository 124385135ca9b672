package dev.sdpoint.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine and the app may not do, whatever room they do it in; and that the rules notice it. */
class SecurityRulesTest {
    private static final String DOWNLOAD = "dev.sdpoint.engine.download..";
    /** Of java.net, what asks or answers somebody; names of files and of resources are harmless. */
    private static final Set<String> CONNECTING = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.MulticastSocket",
            "java.net.InetAddress",
            "java.net.NetworkInterface",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.AsynchronousSocketChannel");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sdpoint.engine", "dev.sdpoint.app");

    private static final ArchRule ONLY_DOWNLOADS_CONNECT = noClasses()
            .that()
            .resideOutsideOfPackage(DOWNLOAD)
            .and()
            .doNotHaveSimpleName("ClassPathWithoutCuda") // reads lists in the jars of the class path
            .should()
            .accessTargetWhere(connects())
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..", "javax.naming..")
            .because("the program asks the network nothing but what a person asked for, and that is read in one room");

    private static final ArchRule NO_SERIALISED_OBJECTS = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "serialised Java objects are the target",
                    access -> Set.of(
                                    "java.io.ObjectInputStream",
                                    "java.io.ObjectOutputStream",
                                    "java.beans.XMLDecoder",
                                    "java.beans.XMLEncoder",
                                    "org.nd4j.common.util.SerializationUtils",
                                    "org.deeplearning4j.util.ModelSerializer")
                            .contains(access.getTargetOwner().getName())))
            .because("whoever reads serialised objects runs what a file says");

    private static final ArchRule PRIVATE_TEMPORARY_FILES = noClasses()
            .should()
            .callMethod(File.class, "createTempFile", String.class, String.class)
            .orShould()
            .callMethod(File.class, "createTempFile", String.class, String.class, File.class)
            .because("those can be read by everybody; java.nio.file.Files makes private ones");

    @Test
    void bothModulesAreLookedAt() {
        assertThat(ALL.contain("dev.sdpoint.engine.download.WebClient")).isTrue();
        assertThat(ALL.contain("dev.sdpoint.app.shell.Launcher")).isTrue();
    }

    @Test
    void onlyDownloadsUseTheNetwork() {
        ONLY_DOWNLOADS_CONNECT.check(ALL);
    }

    @Test
    void nobodyReadsOrWritesSerialisedObjects() {
        NO_SERIALISED_OBJECTS.check(ALL);
    }

    @Test
    void temporaryFilesAreThePersonsOwn() {
        PRIVATE_TEMPORARY_FILES.check(ALL);
    }

    @Test
    void theRulesBite() {
        assertThat(violations(ONLY_DOWNLOADS_CONNECT, Plugs.class)).isTrue();
        assertThat(violations(ONLY_DOWNLOADS_CONNECT, Names.class)).isTrue();
        assertThat(violations(ONLY_DOWNLOADS_CONNECT, Streams.class)).isTrue();
        assertThat(violations(NO_SERIALISED_OBJECTS, Objects.class)).isTrue();
        assertThat(violations(PRIVATE_TEMPORARY_FILES, Open.class)).isTrue();
        assertThat(violations(ONLY_DOWNLOADS_CONNECT, Objects.class)).isFalse();
    }

    private static DescribedPredicate<JavaAccess<?>> connects() {
        return describe("a connection is the target", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean opens = owner.equals("java.net.URL") && (name.startsWith("open") || name.equals("getContent"));
            return opens || CONNECTING.contains(owner);
        });
    }

    private static boolean violations(ArchRule rule, Class<?> culprit) {
        return rule.evaluate(new ClassFileImporter().importClasses(culprit)).hasViolation();
    }

    static final class Plugs {
        static Socket plug() throws IOException {
            return new Socket("localhost", 1);
        }
    }

    static final class Names {
        static String name() throws IOException {
            return InetAddress.getLocalHost().getHostName();
        }
    }

    static final class Streams {
        static InputStream stream(URI page) throws IOException {
            URL url = page.toURL();
            return url.openStream();
        }
    }

    static final class Open {
        static File file() throws IOException {
            return File.createTempFile("open", ".txt");
        }
    }

    static final class Objects {
        static Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }
}
