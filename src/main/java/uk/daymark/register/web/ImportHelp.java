package uk.daymark.register.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What files have to look like. */
@Controller
class ImportHelp {

    @GetMapping("/help/imports")
    String files() {
        return "register/import-help";
    }
}
