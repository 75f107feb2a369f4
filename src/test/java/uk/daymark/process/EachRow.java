package uk.daymark.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class together fire every rule of a decision table, by {@link Models#ask} or in a run; the class fails where a rule
 * never fired, and where the table has more or fewer rules than the tests were written for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(EachRow.Tables.class)
@ExtendWith(RowCoverage.class)
public @interface EachRow {

    /** The table's id. */
    String value();

    /** How many rules it has. */
    int rules();

    /** The folder of the models, for tests of this fixture. */
    String root() default "";

    /** Several tables. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(RowCoverage.class)
    @interface Tables {

        /** Which. */
        EachRow[] value();
    }
}
