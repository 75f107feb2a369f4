package uk.daymark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.daymark.access.Access;
import uk.daymark.time.DueWork;
import uk.daymark.time.LondonTime;

/** What the module check cannot say. Each rule has a companion that shows that it speaks of something. */
class ArchitectureTest {

    private static final String[] ENGINE = {"org.camunda..", "org.operaton..", "org.cibseven.."};

    private static final Set<String> TIMES = Set.of(
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            LocalTime.class.getName(),
            Instant.class.getName(),
            ZonedDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            Year.class.getName(),
            YearMonth.class.getName());

    private static final JavaClasses DAYMARK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.daymark");

    /** Sign-in, help, the start page, errors. */
    private static final Set<String> FOR_ALL =
            Set.of("FramePages", "HelpPages", "PaperStyles", "ErrorPages", "ImportHelp", "SessionPages");

    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importPackages("uk.daymark.fixtures.architecture");

    private static final ArchRule ENGINE_IN_ONE_PACKAGE = noClasses()
            .that(not(resideInAPackage("uk.daymark.workflow.engine..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINE));

    private static final ArchRule TIME_FROM_THE_CLOCK =
            noClasses().that(not(equivalentTo(LondonTime.class))).should().callCodeUnitWhere(asksTheSystemForTheTime());

    private static final ArchRule DUE_WORK_TAKES_ITS_TURN = noClasses()
            .that()
            .implement(DueWork.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(TransactionOperations.class)
            .because(
                    "what becomes due changes cases and tasks as people do: time.Turn keeps two changes from waiting for each other");

    private static final ArchRule MEASURE_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("uk.daymark.measure..", "uk.daymark.fixtures.architecture")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql.."));

    private static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE =
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate();

    @Test
    void theEngineIsKnownToOnePackage() {
        ENGINE_IN_ONE_PACKAGE.check(DAYMARK);
    }

    @Test
    void theRuleOfTheEngineCatchesItsUseAndSeesTheOnePackage() {
        assertThat(failures(ENGINE_IN_ONE_PACKAGE)).isEqualTo(1);
        assertThat(DAYMARK.that(resideInAPackage("uk.daymark.workflow.engine"))).isNotEmpty();
    }

    @Test
    void nobodyAsksForTheTimeButByTheClock() {
        TIME_FROM_THE_CLOCK.check(DAYMARK);
    }

    @Test
    void theRuleOfTheClockCatchesEveryOtherWay() {
        assertThat(failures(TIME_FROM_THE_CLOCK)).isEqualTo(11);
    }

    @Test
    void whatBecomesDueTakesItsTurn() {
        DUE_WORK_TAKES_ITS_TURN.check(DAYMARK);
    }

    @Test
    void countingIsPlainJava() {
        MEASURE_IS_PLAIN_JAVA.check(DAYMARK);
    }

    @Test
    void theRuleOfCountingCatchesADatabaseAndSeesThePackage() {
        assertThat(failures(MEASURE_IS_PLAIN_JAVA)).isEqualTo(1);
        assertThat(DAYMARK.that(resideInAPackage("uk.daymark.measure"))).isNotEmpty();
    }

    @Test
    void controllersAreForTheirOwnPackageOnly() {
        CONTROLLERS_ARE_PACKAGE_PRIVATE.check(DAYMARK);
    }

    @Test
    void theRuleOfControllersSeesBothKinds() {
        assertThat(DAYMARK.stream().filter(type -> type.isMetaAnnotatedWith(Controller.class)))
                .extracting(JavaClass::getSimpleName)
                .contains("FramePages", "PracticeClockApi");
    }

    @Test
    void everyAddressNamesTheActionItTakes() {
        assertThat(handlers(DAYMARK).filter(handler -> !asksWhoMay(handler)).map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void theRuleOfActionsCatchesAnAddressThatAsksNobodyAndSeesTheOthers() {
        assertThat(handlers(OFFENDERS).filter(handler -> !asksWhoMay(handler)).map(JavaMethod::getName))
                .containsExactly("openToAnybody");
        assertThat(handlers(DAYMARK).filter(handler -> asksWhoMay(handler)).count())
                .isGreaterThan(20);
    }

    /** The methods behind addresses, save the pages that are for people who are not signed in, or who need no right. */
    private static Stream<JavaMethod> handlers(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .filter(type -> !FOR_ALL.contains(type.getSimpleName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class));
    }

    /** Whether the method, or one of its own package that it calls, asks {@link Access}. */
    private static boolean asksWhoMay(JavaMethod handler) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(handler));
        Set<JavaCodeUnit> seen = new HashSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(Access.class)
                        && call.getTarget().getName().equals("require")) {
                    return true;
                }
                if (call.getTargetOwner()
                        .getPackageName()
                        .equals(handler.getOwner().getPackageName())) {
                    call.getTarget().resolveMember().ifPresent(open::push);
                }
            }
        }
        return false;
    }

    private static long failures(ArchRule rule) {
        return rule.evaluate(OFFENDERS).getFailureReport().getDetails().size();
    }

    private static DescribedPredicate<JavaClass> equivalentTo(Class<?> type) {
        return DescribedPredicate.describe(type.getSimpleName(), other -> other.isEquivalentTo(type));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheSystemForTheTime() {
        return DescribedPredicate.describe("asks the system for the time", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            String name = target.getName();
            boolean givenAClock =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return (TIMES.contains(owner) && name.equals("now") && !givenAClock)
                    || (owner.equals(Clock.class.getName())
                            && (name.startsWith("system") || name.startsWith("tick"))
                            && !givenAClock)
                    || (owner.equals(Date.class.getName())
                            && name.equals("<init>")
                            && target.getRawParameterTypes().isEmpty())
                    || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"));
        });
    }
}
