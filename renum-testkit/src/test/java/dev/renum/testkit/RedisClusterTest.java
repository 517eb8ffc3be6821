package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisClusterTest {
    private static RedisCluster cluster;

    @BeforeAll
    static void start() {
        cluster = RedisServer.cluster(3);
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void sharesAllSlots() {
        assertThat(cluster.nodes())
                .hasSize(3)
                .allSatisfy(node ->
                        assertThat(node.ask("CLUSTER", "INFO")).contains("cluster_slots_ok:16384", "cluster_size:3"));
        assertThat(cluster.uris()).extracting(URI::getPort).doesNotHaveDuplicates();
        assertThat(cluster).hasToString("RedisCluster" + cluster.uris());
    }

    @Test
    void redirectsAKeyToTheNodeOfItsSlot() {
        RedisServer last = cluster.nodes().get(2);

        assertThatThrownBy(() -> cluster.nodes().get(0).ask("SET", "foo", "bar"))
                .hasMessageContaining("MOVED 12182 127.0.0.1:" + last.port());
        assertThat(last.ask("SET", "foo", "bar")).isEqualTo("OK");
    }

    @Test
    void takesANodeBackAfterARestart() {
        RedisServer node = cluster.nodes().get(1);

        node.kill();
        node.restart();

        // By all of them, since another test may ask any.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cluster.nodes())
                        .allSatisfy(each -> assertThat(each.ask("CLUSTER", "INFO"))
                                .contains("cluster_state:ok", "cluster_known_nodes:3", "cluster_slots_ok:16384")));
    }

    @Test
    void saysThatItsNodesDoNotFindEachOther() {
        assertThatThrownBy(() -> RedisCluster.start(3, Duration.ZERO))
                .hasMessageContaining("cluster of Redis cannot start here")
                .hasMessageContaining("do not find each other within PT0S");
    }

    @Test
    void refusesAClusterThatRedisWouldRefuse() {
        assertThatThrownBy(() -> RedisServer.cluster(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 masters");
        assertThatThrownBy(() -> RedisServer.cluster(17)).isInstanceOf(IllegalArgumentException.class);
    }
}
