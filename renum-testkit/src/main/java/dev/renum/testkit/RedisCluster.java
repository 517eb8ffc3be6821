package dev.renum.testkit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Redis Cluster of masters without replicas; start one by {@link RedisServer#cluster(int)}.
 *
 * <p>Its nodes are servers like any other: a test may kill, pause and restart them. While one is missing, the others refuse all keys once
 * they noticed, as a cluster does by default. Safe for use by many threads.
 */
public final class RedisCluster implements AutoCloseable {
    private static final int SLOTS = 16_384;
    private static final Duration FORMATION = Duration.ofSeconds(30);

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = nodes;
    }

    static RedisCluster start(int masters) {
        return start(masters, FORMATION);
    }

    static RedisCluster start(int masters, Duration formation) {
        if (masters < 3 || masters > 16) {
            throw new IllegalArgumentException("a cluster of " + masters + " masters is not allowed: use 3 to 16");
        }
        List<RedisServer> nodes = new ArrayList<>();
        boolean formed = false;
        try {
            List<Integer> busPorts = new ArrayList<>();
            for (int i = 0; i < masters; i++) {
                int busPort = Ports.free();
                busPorts.add(busPort);
                nodes.add(startNode(busPort));
            }
            form(nodes, busPorts, formation);
            formed = true;
            return new RedisCluster(List.copyOf(nodes));
        } catch (IOException e) {
            throw Unavailable.because("A cluster of Redis", e);
        } finally {
            if (!formed) {
                nodes.forEach(RedisServer::close);
            }
        }
    }

    /** The servers, in the order of their slots; unmodifiable. */
    public List<RedisServer> nodes() {
        return nodes;
    }

    /** The addresses of all servers, {@code redis://127.0.0.1:<port>}; each is enough to find the others. */
    public List<URI> uris() {
        return nodes.stream().map(RedisServer::uri).toList();
    }

    /** Ends all servers and deletes their directories; a second call does nothing. */
    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }

    @Override
    public String toString() {
        return "RedisCluster" + uris();
    }

    private static RedisServer startNode(int busPort) {
        return RedisServer.builder()
                .config("cluster-enabled yes")
                .config("cluster-port " + busPort)
                .config("cluster-node-timeout 2000")
                .start();
    }

    private static void form(List<RedisServer> nodes, List<Integer> busPorts, Duration limit) throws IOException {
        int count = nodes.size();
        for (int i = 0; i < count; i++) {
            RedisServer node = nodes.get(i);
            // Different epochs from the start, else the nodes need seconds to agree on them.
            node.ask("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
            node.ask("CLUSTER", "ADDSLOTSRANGE", firstSlot(i, count), lastSlot(i, count));
            meet(nodes.get(0), node, busPorts.get(i));
        }
        if (!Await.until(limit, () -> nodes.stream().allMatch(node -> knowsAll(node, count)))) {
            throw new IOException("its nodes do not find each other within " + limit);
        }
    }

    private static void meet(RedisServer first, RedisServer other, int busPort) {
        first.ask("CLUSTER", "MEET", "127.0.0.1", Integer.toString(other.port()), Integer.toString(busPort));
    }

    private static String firstSlot(int index, int count) {
        return Integer.toString(SLOTS * index / count);
    }

    private static String lastSlot(int index, int count) {
        return Integer.toString(SLOTS * (index + 1) / count - 1);
    }

    private static boolean knowsAll(RedisServer node, int count) {
        List<String> info = node.ask("CLUSTER", "INFO").lines().toList();
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + count);
    }
}
