/** From numbers to the page in src/docs. */

export function report(results, machine) {
  const documents = [...new Set(results.map((one) => one.document))];
  return `# The annotation surface beside others

Times in milliseconds, measured by \`./parley bench editor\` in ${machine.browser} without a graphics card on ${machine.cores} cores. Compare the
columns, not the machines. Every number comes from the same made-up text with the same marks, in the fonts of the
system; the documents are generated, and the same in every run.

- *load*: from the data at hand to marks on the screen, the middle of several fresh pages.
- *add*, *relabel*, *remove*: one mark in view until it is drawn, the middle of 200 in five fresh pages and what nineteen of twenty stay under.
- *scroll*: time of a frame while scrolling two thirds of a window at every frame, on a screen that takes one every 17 ms.
- *hover*: what the main thread does for one move of the mouse. *caret*: finding the place in the text under a point.
- *page*: memory of the whole page after loading, in megabytes.

Parley draws label names, nesting, claim contents, cues and brackets, and gives every mark its role for screen readers; CodeMirror draws coloured
stretches only and keeps only what is in view in the page, so that the browser's own search, copying and screen readers do not reach the rest.
${documents.map((name) => table(name, results.filter((one) => one.document === name))).join('')}`;
}

function table(name, rows) {
  const lines = rows.map((one) =>
    one.load === undefined
      ? `| ${one.who} | more than 60 000 | | | | | | | |`
      : `| ${one.who} | ${round(one.load)} | ${pair(one.edits?.add)} | ${pair(one.edits?.relabel)} | ${pair(one.edits?.remove)} | ${pair(one.scroll)} | ${fine(one.hover)} | ${pair(one.caret, fine)} | ${one.memory === undefined ? '' : round(one.memory)} |`,
  );
  return `
## ${name}

| | load | add | relabel | remove | scroll | hover | caret | page |
|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

function pair(times, show = fine) {
  return times ? `${show(times.median)} / ${show(times.p95)}` : 'too long';
}

function round(value) {
  return value === undefined ? 'too long' : String(Math.round(value));
}

function fine(value) {
  return value === undefined ? 'too long' : value < 10 ? value.toFixed(1) : String(Math.round(value));
}
