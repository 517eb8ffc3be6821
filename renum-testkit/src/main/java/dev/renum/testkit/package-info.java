/**
 * Real servers, a proxy that injects faults, and fakes for tests of back ends.
 *
 * <p>Start with {@link dev.renum.testkit.RedisServer} and {@link dev.renum.testkit.PostgresServer}: each is a real server
 * of its own process, port and directory, which a test may stop, kill, pause and start again.
 * {@link dev.renum.testkit.FaultProxy} stands between a client and any server and makes the network fail;
 * {@link dev.renum.testkit.FakeTicker} is a clock that a test turns.
 *
 * <p><b>Platforms.</b> Linux and macOS; no installed server and no container is needed. Programs are unpacked once per user into
 * a directory {@code renum-testkit-<user>} below {@code java.io.tmpdir} and reused by later runs. A server that cannot start
 * throws opentest4j's {@code TestAbortedException}, which JUnit shows as a skipped test with the reason, and logs that reason as a
 * warning. With {@code -Drenum.test.servers=required}, or where opentest4j is absent, it throws
 * {@link dev.renum.testkit.ServerUnavailableException}, a failure. opentest4j is an optional dependency, JUnit none at all.
 * The jars that carry the programs are not modules: a test on the module path needs {@code --add-modules ALL-MODULE-PATH}.
 *
 * <p><b>Processes.</b> Every server is a direct child of this JVM, so that it is reaped even where process 1 does not do so, and
 * signals never reach anything else. A shutdown hook ends what was not closed. It does not run when the JVM itself is killed
 * or halts; then servers survive.
 *
 * <p><b>Threads.</b> Servers start none but that hook. A proxy has one thread {@code renum-testkit-proxy-<port>-accept} that blocks in
 * {@code accept}, and per connection two, {@code …-to-server} and {@code …-to-client}, that block in reads, writes, connecting (up to
 * 5 s) and in the delays and silences asked for. All are daemons and end with {@code close()}.
 *
 * <p><b>Failures.</b> Misuse throws {@link java.lang.IllegalArgumentException} or {@link java.lang.IllegalStateException}. A server
 * that does not come back after {@code restart()} is an {@link java.lang.IllegalStateException} with the end of its log.
 * {@code close()} never throws.
 */
@NullMarked
package dev.renum.testkit;

import org.jspecify.annotations.NullMarked;
