package dev.renum.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Redis that comes along. */
final class RedisProgram {
    private static final String FILE = "redis-server";

    private RedisProgram() {}

    static Path unpacked() throws IOException {
        URL carrier = ProgramCache.carrier(
                RedisProgram.class.getClassLoader(), Platform.current().redisProgram());
        return ProgramCache.ofUser()
                .unpacked("redis", carrier, RedisProgram::unpack)
                .resolve(FILE);
    }

    static void unpack(InputStream content, Path directory) throws IOException {
        Path program = directory.resolve(FILE);
        Files.copy(content, program);
        ProgramCache.makeExecutable(program);
    }
}
