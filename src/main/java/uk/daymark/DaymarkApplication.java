package uk.daymark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Daymark. */
@SpringBootApplication
class DaymarkApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DaymarkApplication.class, arguments);
    }
}
