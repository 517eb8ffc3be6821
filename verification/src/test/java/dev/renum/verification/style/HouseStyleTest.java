package dev.renum.verification.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.verification.repository.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HouseStyleTest {
    @Test
    void publishedModulesReachTheYardstick() {
        List<Figure> figures = Yardstick.measure(Repository.current().publishedModules());

        System.out.println(Yardstick.table(figures));
        assertThat(figures).allMatch(Figure::isReached);
    }
}
