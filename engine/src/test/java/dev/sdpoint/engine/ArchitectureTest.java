package dev.sdpoint.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The doors between the rooms of the engine, each with its reason. */
@AnalyzeClasses(packages = "dev.sdpoint.engine", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule everyClassIsInAKnownRoom = classes()
            .should()
            .resideInAnyPackage(
                    "dev.sdpoint.engine.sdpoint..",
                    "dev.sdpoint.engine.network..",
                    "dev.sdpoint.engine.cost..",
                    "dev.sdpoint.engine.data..",
                    "dev.sdpoint.engine.download..",
                    "dev.sdpoint.engine.training..",
                    "dev.sdpoint.engine.event..",
                    "dev.sdpoint.engine.evaluation..",
                    "dev.sdpoint.engine.inference..",
                    "dev.sdpoint.engine.study..",
                    "dev.sdpoint.engine.model..",
                    "dev.sdpoint.engine.library..",
                    "dev.sdpoint.engine.reproduction..",
                    "dev.sdpoint.engine.store..",
                    "dev.sdpoint.engine.export..",
                    "dev.sdpoint.engine.device..",
                    "dev.sdpoint.engine.compute..")
            .because("the rules below name rooms, and a room under another name would escape them");

    @ArchTest
    static final ArchRule knowsNoUserInterface = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sdpoint.app..",
                    "javafx..",
                    "com.sun.javafx..",
                    "javax.swing..",
                    "org.controlsfx..",
                    "impl.org.controlsfx..",
                    "org.jfree..",
                    "atlantafx..",
                    "org.kordamp.ikonli..")
            .because("the engine must run on a machine without a screen, and the app depends on it, never back");

    @ArchTest
    static final ArchRule onlyComputeSeesTheTensorLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sdpoint.engine.compute..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because("DL4J's CUDA stops at compute capability 8.x; a newer library must cost one room, not the house");

    @ArchTest
    static final ArchRule noRoomAsksForCompute = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sdpoint.engine.compute..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sdpoint.engine.compute..")
            .because(
                    "the other rooms own the interfaces that compute implements; whoever starts the program wires them");

    @ArchTest
    static final ArchRule devicesAreKnownBeforeAnythingElse = noClasses()
            .that()
            .resideInAPackage("dev.sdpoint.engine.device..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.sdpoint.engine..").and(not(resideInAPackage("dev.sdpoint.engine.device.."))))
            .because("the driver is asked before anything loads the library that could not run on its GPU");

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sdpoint.engine.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("how runs lie on the disk may change without anybody noticing but the store");

    @ArchTest
    static final ArchRule onlyDownloadsUseTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sdpoint.engine.download..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..")
            .because(
                    "the program says nothing to the network but what a person asked for, and that is read in one room");

    @ArchTest
    static final ArchRule nothingMakesObjectsOfAFilesClassNames = noClasses()
            .should()
            .accessTargetWhere(SerialisedObjects.makesObjectsOfClassNames())
            .orShould()
            .dependOnClassesThat(SerialisedObjects.readerOfClassNames())
            .because(
                    "a file that names classes runs code of its maker's choice; our files hold numbers and texts, and DL4J's own"
                            + " readers, which believe class names, are never asked");

    @ArchTest
    static final ArchRule theLibraryReadsNoWeights = noClasses()
            .that()
            .resideInAPackage("dev.sdpoint.engine.library..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sdpoint.engine.compute..", "dev.sdpoint.engine.training..", "dev.sdpoint.engine.store..")
            .because("models are looked at where nothing computes");

    @ArchTest
    static final ArchRule theStoreNeedsNothingThatTrains = noClasses()
            .that()
            .resideInAPackage("dev.sdpoint.engine.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sdpoint.engine.compute..",
                    "dev.sdpoint.engine.inference..",
                    "dev.sdpoint.engine.study..",
                    "dev.sdpoint.engine.reproduction..",
                    "javafx..")
            .because("recorded runs are looked at where nothing can compute and no screen is");

    @ArchTest
    static final ArchRule roomsAreFreeOfCycles = slices().matching("dev.sdpoint.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two rooms that need each other are one room, and cannot be read or tested apart");

    @ArchTest
    static final ArchRule everyRoomIsNullMarked = classes()
            .should(resideInANullMarkedPackage())
            .because("NullAway looks only at packages whose package-info is @NullMarked");

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
