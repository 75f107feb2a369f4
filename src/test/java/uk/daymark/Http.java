package uk.daymark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the running application over HTTP, as other programs and browsers do: through the container and every filter. */
public final class Http {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;
    private final String authorization;

    private Http(int port, String authorization) {
        this.root = "http://localhost:" + port;
        this.authorization = authorization;
    }

    /** A program with HTTP Basic, as one of the practice users. */
    public static Http program(int port, String user) {
        return new Http(
                port,
                "Basic " + Base64.getEncoder().encodeToString((user + ":practice").getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody who is not signed in. */
    public static Http nobody(int port) {
        return new Http(port, "");
    }

    /** A browser that is signed in as one of the practice users. */
    public static Http browser(int port, String user) {
        Http browser = new Http(port, "");
        HttpResponse<String> home = browser.submit("/sign-in", "/sign-in", "username=" + user + "&password=practice");
        if (home.statusCode() != 302
                || home.headers().firstValue("location").orElse("").contains("sign-in")) {
            throw new IllegalStateException("Sign-in of " + user + " failed: " + home.statusCode());
        }
        return browser;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> json(String path, String body) {
        return post(path, "application/json", body);
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Fetches the page that holds a form, then sends the form with that page's token. */
    public HttpResponse<String> submit(String page, String action, String fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("The page " + page + " has no form with a token");
        }
        return post(
                action,
                "application/x-www-form-urlencoded",
                fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    /** The body of an answer as it came. */
    public byte[] bytes(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
