package dev.parley.account;

/**
 * Something that must be done before the first request is answered, such as making the first administrator. Beans of
 * this type run one after the other, by their {@code @Order}; a failure keeps the server from starting.
 */
public interface BeforeOpening {

    void prepare();
}
