package org.passerelle.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on loopback, asked as anybody could ask it. */
record AskedServer(int port) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The whole answer, errors included. */
    JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return askAs("", query, variables);
    }

    /** The same of a person whom a proxy named; nobody by the empty name. */
    JsonNode askAs(String person, String query, Map<String, Object> variables)
            throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        HttpRequest request = HttpRequest.newBuilder(address("/graphql"))
                .header("Content-Type", "application/json")
                .header("X-Passerelle-Person", person)
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    /** What is at a path. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Code of an answer's first error; the answer itself where it has none. */
    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("none: " + answer);
    }

    /** A text of every element. */
    static List<String> texts(JsonNode array, String pointer) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.at(pointer).asString())
                .toList();
    }

    /** The element with that id; there must be one. */
    static JsonNode byId(JsonNode nodes, String id) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
