package dev.parley.exchange;

import java.util.List;

/** Forms that belong together. Whoever contributes one makes all its formats available on the page and over HTTP. */
public interface FormFamily {

    List<Form> forms();
}
