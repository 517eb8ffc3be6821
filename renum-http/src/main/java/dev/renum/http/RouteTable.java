package dev.renum.http;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds routes by the segments of a path: a tree with one level per segment, in which a literal goes before the variable. */
final class RouteTable {
    private final Node root;

    private RouteTable(Node root) {
        this.root = root;
    }

    static RouteTable of(List<Route> routes) {
        Node root = new Node();
        for (Route route : routes) {
            Route earlier = root.descend(route.path().segments()).routes.putIfAbsent(route.method(), route);
            if (earlier != null) {
                throw new IllegalArgumentException(route + " and " + earlier + " match the same requests");
            }
        }
        return new RouteTable(root);
    }

    /** The routes of the most specific template that matches, by method; empty if none does. */
    Map<HttpMethod, Route> find(List<String> segments) {
        Node node = find(root, segments, 0);
        return node == null ? Map.of() : node.routes;
    }

    /** The values of the variables of {@code path}, which matches {@code segments}. */
    static Map<String, String> parameters(PathTemplate path, List<String> segments) {
        List<String> template = path.segments();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String segment = template.get(i);
            if (PathTemplate.isVariable(segment)) {
                parameters.put(segment.substring(1, segment.length() - 1), segments.get(i));
            }
        }
        return parameters;
    }

    private static @Nullable Node find(Node node, List<String> segments, int depth) {
        if (depth == segments.size()) {
            return node.routes.isEmpty() ? null : node;
        }
        Node literal = node.literals.get(segments.get(depth));
        Node found = literal == null ? null : find(literal, segments, depth + 1);
        if (found != null || node.variable == null) {
            return found;
        }
        return find(node.variable, segments, depth + 1);
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<HttpMethod, Route> routes = new EnumMap<>(HttpMethod.class);
        private @Nullable Node variable;

        Node descend(List<String> template) {
            Node node = this;
            for (String segment : template) {
                node = node.child(segment);
            }
            return node;
        }

        private Node child(String segment) {
            if (!PathTemplate.isVariable(segment)) {
                return literals.computeIfAbsent(segment, absent -> new Node());
            }
            if (variable == null) {
                variable = new Node();
            }
            return variable;
        }
    }
}
