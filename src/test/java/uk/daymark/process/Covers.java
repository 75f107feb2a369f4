package uk.daymark.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of this class together enter every element and take every arrow of a model; the class fails where they do not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Coverage.class)
public @interface Covers {

    /** The model's id. */
    String value();

    /** The folder of the models, for tests of this fixture. */
    String root() default "";
}
