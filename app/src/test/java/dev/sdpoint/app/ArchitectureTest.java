package dev.sdpoint.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.NullMarked;

/** The doors between the rooms of the app, each with its reason. */
@AnalyzeClasses(packages = "dev.sdpoint.app", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String CONCURRENT = "dev.sdpoint.app.concurrent..";
    private static final String SHELL = "dev.sdpoint.app.shell..";
    private static final String CLI = "dev.sdpoint.app.cli..";
    private static final String FIGURE = "dev.sdpoint.app.figure..";
    private static final String GUIDE = "dev.sdpoint.app.guide..";
    private static final String STUDY = "dev.sdpoint.app.study..";
    private static final String[] PLACES = {
        "dev.sdpoint.app.train..",
        "dev.sdpoint.app.runs..",
        "dev.sdpoint.app.budget..",
        "dev.sdpoint.app.gallery..",
        "dev.sdpoint.app.analysis..",
        "dev.sdpoint.app.library.."
    };
    private static final List<Class<?>> STARTERS = List.of(Thread.class, Timer.class, ExecutorService.class);
    private static final String[] SHARED = {
        CONCURRENT,
        FIGURE,
        "dev.sdpoint.app.archive..",
        STUDY,
        "dev.sdpoint.app.chart..",
        "dev.sdpoint.app.files..",
        GUIDE,
        "dev.sdpoint.app.inference..",
        "dev.sdpoint.app.text..",
        "dev.sdpoint.app.theme..",
        "dev.sdpoint.app.workspace.."
    };

    @ArchTest
    static final ArchRule everyClassIsInAKnownRoom = classes()
            .should()
            .resideInAnyPackage(PLACES)
            .orShould()
            .resideInAnyPackage(SHARED)
            .orShould()
            .resideInAnyPackage(SHELL, CLI)
            .because("the rules below name rooms, and a room under another name would escape them");

    @ArchTest
    static final ArchRule tensorsStayInTheEngine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because("only the engine's compute room may be rebuilt when a newer tensor library is wanted");

    @ArchTest
    static final ArchRule onlyTheGuideReadsMarkdown = noClasses()
            .that()
            .resideOutsideOfPackage(GUIDE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.commonmark..")
            .because("the library is loaded with the first opening of the guide and not before");

    @ArchTest
    static final ArchRule theGuideIsOpenedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(GUIDE)
            .and()
            .haveNameNotMatching("dev\\.sdpoint\\.app\\.shell\\.GuideWindow.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GUIDE)
            .because("whoever else needed it would load it at the start, for people who never open it");

    @ArchTest
    static final ArchRule nothingReadsSerialisedObjects = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectInput.class, java.beans.XMLDecoder.class)
            .because("a file that names classes runs code of its maker's choice; our files hold numbers and texts");

    @ArchTest
    static final ArchRule placesDoNotKnowEachOther = slices().matching(
                    "dev.sdpoint.app.(train|runs|budget|gallery|analysis|library)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("places meet in the shell, through the workspace; otherwise none can be changed or removed alone");

    @ArchTest
    static final ArchRule placesDoNotKnowTheShell = noClasses()
            .that()
            .resideInAnyPackage(PLACES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SHELL)
            .allowEmptyShould(true)
            .because("the shell wires the places; a place that asked it back could not be tested without a window");

    @ArchTest
    static final ArchRule commandsNeedNoWindow = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PLACES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SHELL, "javafx..", "dev.sdpoint.app.chart..", "dev.sdpoint.app.files..", "dev.sdpoint.app.theme..")
            .because("a command must run where no screen is; the shell hands it the one that opens the window");

    @ArchTest
    static final ArchRule runsAreRecordedWithoutAWindow = noClasses()
            .that()
            .resideInAPackage("dev.sdpoint.app.archive..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.sql..", "org.sqlite..")
            .because("commands record runs where no screen is, and only the engine's store speaks SQL");

    @ArchTest
    static final ArchRule figuresNeedNoWindow = noClasses()
            .that()
            .resideInAnyPackage(FIGURE, STUDY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx..", "org.jfree.chart.fx..", "dev.sdpoint.app.chart..", "dev.sdpoint.app.theme..")
            .because("commands ask and draw where no screen is");

    @ArchTest
    static final ArchRule placesDoNotKnowCommands = noClasses()
            .that()
            .resideInAnyPackage(PLACES)
            .or()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI)
            .because("what a command and a place both do belongs into the engine, or into a shared room");

    @ArchTest
    static final ArchRule sharedRoomsDoNotKnowPlacesOrShell = noClasses()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PLACES)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage(SHELL)
            .because("through a shared room that knew one of them, the places would know each other after all");

    @ArchTest
    static final ArchRule onlyConcurrentCallsRunLater = noClasses()
            .that()
            .resideOutsideOfPackage(CONCURRENT)
            .should()
            .accessTargetWhere(describe(
                    "Platform.runLater is the target",
                    access -> access.getTarget().getOwner().isEquivalentTo(Platform.class)
                            && access.getTarget().getName().equals("runLater")))
            .because("one runLater per result floods the interface; the concurrent room batches and drops what is"
                    + " stale");

    @ArchTest
    static final ArchRule onlyConcurrentStartsThreads = noClasses()
            .that()
            .resideOutsideOfPackage(CONCURRENT)
            .should()
            .accessTargetWhere(startsAThread())
            .orShould()
            .beAssignableTo(Thread.class)
            .because("a thread that the TaskRunner does not know is neither cancelled nor ended with the program");

    @ArchTest
    static final ArchRule modelsAndInteractorsHaveNoNodes = noClasses()
            .that()
            .resideInAnyPackage(PLACES)
            .and(describe(
                    "are a Model or an Interactor",
                    type -> type.getSimpleName().endsWith("Model")
                            || type.getSimpleName().endsWith("Interactor")))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Node.class)
            .allowEmptyShould(true)
            .because("they are tested without a toolkit; nodes belong to the ViewBuilder");

    @ArchTest
    static final ArchRule roomsAreFreeOfCycles = slices().matching("dev.sdpoint.app.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two rooms that need each other are one room, and cannot be read or tested apart");

    @ArchTest
    static final ArchRule everyRoomIsNullMarked = classes()
            .should(resideInANullMarkedPackage())
            .because("NullAway looks only at packages whose package-info is @NullMarked");

    private static DescribedPredicate<JavaAccess<?>> startsAThread() {
        return describe("a new Thread, Timer or executor is the target", access -> {
            JavaClass owner = access.getTarget().getOwner();
            boolean constructed = access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
            return owner.isEquivalentTo(Executors.class)
                    || (constructed
                            && STARTERS.stream().anyMatch(owner::isAssignableTo)
                            && !addsAShutdownHook(access.getOriginOwner()));
        });
    }

    /** The JDK takes a shutdown hook as a Thread only, and starts it itself. */
    private static boolean addsAShutdownHook(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                        && call.getTarget().getName().equals("addShutdownHook"));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String sentence = "%s is in %s, whose package-info %s @NullMarked"
                        .formatted(type.getName(), type.getPackageName(), marked ? "has" : "is missing or lacks");
                events.add(new SimpleConditionEvent(type, marked, sentence));
            }
        };
    }
}
