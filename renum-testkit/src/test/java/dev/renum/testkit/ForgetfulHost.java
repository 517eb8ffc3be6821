package dev.renum.testkit;

/** A program that starts servers, prints their process numbers, and forgets to close them. */
final class ForgetfulHost {
    private ForgetfulHost() {}

    public static void main(String[] arguments) {
        RedisServer redis = RedisServer.start();
        PostgresServer postgres = PostgresServer.start();
        postgres.terminateBackends();
        System.out.println(redis.pid() + " " + postgres.pid());
    }
}
