package dev.parley.exchange.table;

import java.io.IOException;
import java.util.List;

/** Where rows go. */
interface Sheet {

    void row(List<String> cells) throws IOException;
}
