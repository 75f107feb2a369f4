package uk.daymark.cases.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Action;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.CaseDocument.About;
import uk.daymark.cases.CaseDocuments;
import uk.daymark.journal.Journal;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** Documents of a case: added and fetched. The list stands on a page of the case. */
@Controller
@RequestMapping("/cases/{ref}/documents")
class DocumentPages {

    private final CaseDesk desk;
    private final CasePages pages;
    private final CaseDocuments documents;
    private final Journal journal;

    DocumentPages(CaseDesk desk, CasePages pages, CaseDocuments documents, Journal journal) {
        this.desk = desk;
        this.pages = pages;
        this.documents = documents;
        this.journal = journal;
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes after)
            throws IOException {
        CaseDesk.Asked asked = desk.find(Action.WORK_CASES, ref);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<About> what = Stream.of(About.values())
                .filter(one -> one.name().equals(about))
                .findFirst();
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (what.isEmpty()) {
            errors.put("about", "Choose what the document is");
        }
        if (name.isBlank()) {
            errors.put("file", "Choose a file");
        }
        LogForm.tooLong(note, CaseWritesApi.LONGEST_TEXT).ifPresent(fault -> errors.put("note", fault));
        if (errors.isEmpty() && file != null && what.isPresent()) {
            try {
                CaseDocument added =
                        documents.add(asked.file().ref(), what.get(), note.strip(), name, file.getInputStream());
                after.addFlashAttribute("said", added.name() + " was added.");
                return CaseActionPages.to("/cases/" + asked.file().ref() + "/documents");
            } catch (InvalidInput refusal) {
                errors.put(
                        "file",
                        refusal.faults().stream()
                                .map(Fault::message)
                                .findFirst()
                                .orElse(""));
            }
        }
        ModelAndView page = pages.documents(asked, about, note, errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> fetch(@PathVariable String ref, @PathVariable long id) {
        CaseDesk.Asked asked = desk.find(Action.SEE_CASES, ref);
        CaseDocument document = documents.find(asked.file().ref(), id).orElseThrow(CaseDesk::notThere);
        journal.looked(asked.file().ref().value(), "Document " + document.name());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(documents.file(document)));
    }
}
