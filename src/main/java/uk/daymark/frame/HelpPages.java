package uk.daymark.frame;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.daymark.web.NotFound;

/** Help in plain words, open to all: nothing in it is about anybody. */
@Controller
class HelpPages {

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("topics", HelpTopic.values());
        return "help";
    }

    @GetMapping("/help/{topic}")
    String topic(@PathVariable String topic, Model model) {
        model.addAttribute(
                "topic",
                HelpTopic.of(topic)
                        .orElseThrow(
                                () -> new NotFound("There is no help on this. The page Help lists what there is.")));
        model.addAttribute("topics", HelpTopic.values());
        return "help/topic";
    }

    /** Ten minutes through the sample schools, in practice. */
    @GetMapping("/help/tour")
    String tour() {
        return "help/tour";
    }
}
