package pmradar.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that only say something: the query language, and about.
@Controller
class PlainPages {

    @GetMapping("/query-help")
    String queryHelp() {
        return "query-help";
    }

    @GetMapping("/about")
    String about() {
        return "about";
    }

    /// Only a path of this server, so that no form of another one can lead a reader away.
    static boolean ownPath(String back) {
        return back.matches("/(?![/\\\\])[^\\s\\\\\\p{Cntrl}]{0,2000}") && !back.contains("{");
    }
}
