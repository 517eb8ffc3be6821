package dev.renum.example.backend;

/**
 * A team of agents.
 *
 * @param id given by the database
 * @param name unique, 1 to 100 characters
 */
record Team(long id, String name) {}
