package uk.daymark.register.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.daymark.Http;

/** Somebody at a browser without scripts: opens pages, sends forms and files, follows where they lead. */
final class Clerk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----daymark-test";

    private final Http http;

    private Clerk(Http http) {
        this.http = http;
    }

    static Clerk signedIn(int port, String user) {
        return new Clerk(Http.browser(port, user));
    }

    /** A page as it was answered, after any redirect. */
    record Seen(int status, String address, String html) {

        /** The words of the main part, without its markup. */
        String words() {
            return html.replaceAll("(?s)^.*<main", "<main")
                    .replaceAll("(?s)</main>.*$", "")
                    .replaceAll("(?s)<[^>]*>", " ")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        String title() {
            Matcher title = Pattern.compile("<title>(.*?)</title>").matcher(html);
            return title.find() ? title.group(1) : "";
        }
    }

    Seen open(String path) {
        return follow(path, http.get(path));
    }

    HttpResponse<String> fetch(String path) {
        return http.get(path);
    }

    /** Sends a form from the page it stands on; fields are name, value, name, value. */
    Seen send(String page, String action, String... fields) {
        return untilDone(follow(action, post(tokenOf(page), action, fields)));
    }

    String tokenOf(String page) {
        Matcher token = TOKEN.matcher(open(page).html());
        if (!token.find()) {
            throw new AssertionError("No form with a token on " + page);
        }
        return token.group(1);
    }

    HttpResponse<String> post(String token, String action, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", token);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return http.post(
                action,
                "application/x-www-form-urlencoded",
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    Seen upload(String kind, String csv) {
        return upload(kind, csv, "");
    }

    Seen upload(String kind, String csv, String school) {
        String body = part("_csrf", tokenOf("/imports"))
                + part("kind", kind)
                + part("school", school)
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"export.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + BOUNDARY + "--\r\n";
        return untilDone(follow(
                "/imports",
                http.send(http.request("/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(body)))));
    }

    Seen follow(String path, HttpResponse<String> answer) {
        String address = path;
        HttpResponse<String> last = answer;
        for (int hops = 0; last.statusCode() == 302 && hops < 10; hops++) {
            address = last.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            last = http.get(address);
        }
        return new Seen(last.statusCode(), address, last.body());
    }

    /** Presses "Update" until the file that takes long has come to its end. */
    Seen untilDone(Seen page) {
        Seen now = page;
        while (now.address().startsWith("/imports/running/") && now.status() == 200) {
            Thread.yield();
            now = open(now.address());
        }
        return now;
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
