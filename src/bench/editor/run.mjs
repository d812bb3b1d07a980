/**
 * Does the same work with Parley's surface, CodeMirror 6 and Recogito's text annotator in one browser, and writes down how long it takes.
 *
 *   ./parley bench editor [--quick] [--only Parley]
 *
 * Everything measured is written into src/docs/benchmarks/editor.md; `--quick` leaves out the largest document, `--only` all but
 * one contestant, and both only print. Chromium comes from PARLEY_CHROMIUM or the usual places.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { report } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const styles = join(here, '../../../frontend/styles');
const isQuick = process.argv.includes('--quick');
const page = join(here, '../../docs/benchmarks/editor.md');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;

const DOCUMENTS = [
  { name: '100 kB, 1 000 marks', length: 100_000, marks: 1_000, runs: 5 },
  { name: '1 MB, 10 000 marks', length: 1_000_000, marks: 10_000, runs: 3 },
  ...(isQuick ? [] : [{ name: '1 MB, 100 000 marks', length: 1_000_000, marks: 100_000, runs: 3 }]),
];
const WHO = ['Parley', 'CodeMirror', 'Recogito'].filter((one) => !only || one === only);
/** Who takes longer than this to open a document is not asked for more of it. */
const PATIENCE = 60_000;
const EDITS = 40;
/** Fresh pages in which so many edits of each kind are made: one alone would let two slow frames decide what nineteen of twenty stay under. */
const EDIT_RUNS = 5;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--enable-blink-features=ForceEagerMeasureMemory'];

const built = mkdtempSync(join(tmpdir(), 'parley-bench-'));
await build({
  entryPoints: { page: join(here, 'page.ts') },
  bundle: true,
  format: 'esm',
  target: 'es2023',
  define: { 'process.env.NODE_ENV': '"production"' },
  nodePaths: [join(here, 'node_modules')],
  outdir: built,
  logLevel: 'error',
});
await build({ entryPoints: { page: join(here, 'page.css') }, bundle: true, outdir: built, external: ['*.woff2'], logLevel: 'error', allowOverwrite: true });

const server = createServer(serve).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
const results = [];
try {
  for (const size of DOCUMENTS) {
    // taking turns, so that what else the machine does meets all alike
    const loads = new Map(WHO.map((who) => [who, []]));
    for (let run = 0; run < size.runs; run++) for (const who of WHO) if (!loads.get(who).includes(undefined)) loads.get(who).push(await loading(size, who));
    const able = WHO.filter((who) => !loads.get(who).includes(undefined));
    const edits = new Map(able.map((who) => [who, []]));
    for (let run = 0; run < EDIT_RUNS; run++) for (const who of able) edits.get(who).push(await editing(size, who));
    for (const who of WHO) {
      const worked = able.includes(who) ? { edits: timesOfAll(edits.get(who)), ...(await working(size, who)) } : {};
      results.push({ document: size.name, who, load: middle(loads.get(who)), ...worked });
    }
  }
} finally {
  server.close();
  rmSync(built, { recursive: true });
}
const text = report(results, { browser: await version(), cores: cpus().length, node: process.version });
console.log(text);
if (!isQuick && !only) writeFileSync(page, text);

/** Undefined once patience ran out. */
function middle(times) {
  return times.includes(undefined) ? undefined : times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)];
}

function loading(size, who) {
  process.stderr.write(`${size.name}: ${who} loads\n`);
  return inPage(size, (page) => page.evaluate((name) => window.bench.load(name), who));
}

/** Milliseconds of each edit in one fresh page. */
function editing(size, who) {
  process.stderr.write(`${size.name}: ${who} edits\n`);
  return inPage(size, async (page) => {
    await page.evaluate((name) => window.bench.load(name), who);
    await settled(page);
    await page.evaluate(() => window.bench.scrollTo(0.5));
    await settled(page);
    return page.evaluate((count) => window.bench.edits(count), EDITS);
  });
}

/** The middle, and what nineteen of twenty stay under, of all pages together; undefined if patience ran out in one. */
function timesOfAll(runs) {
  if (runs.includes(undefined)) return undefined;
  const of = (kind) => {
    const times = runs.flatMap((run) => run[kind]).toSorted((left, right) => left - right);
    return { median: times[Math.floor(times.length / 2)], p95: times[Math.floor(times.length * 0.95)] };
  };
  return { add: of('add'), relabel: of('relabel'), remove: of('remove') };
}

async function working(size, who) {
  process.stderr.write(`${size.name}: ${who} works\n`);
  const worked = await inPage(size, async (page) => {
    await page.evaluate((name) => window.bench.load(name), who);
    await settled(page);
    const memory = await page.evaluate(() => window.bench.memory());
    await page.evaluate(() => window.bench.scrollTo(0.5));
    await settled(page);
    return { memory, hover: await hover(page), caret: await page.evaluate(() => window.bench.caretHits(50)) };
  });
  const scroll = await inPage(size, async (page) => {
    await page.evaluate((name) => window.bench.load(name), who);
    await settled(page);
    return page.evaluate(() => window.bench.scroll(300));
  });
  return { ...worked, scroll };
}

/** A fresh browser for every measurement, so that nobody inherits another's heap. Undefined if patience ran out. */
async function inPage(size, work) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => process.stderr.write(`${error}\n`));
    await page.goto(url);
    await page.evaluate(([name, length, marks]) => window.bench.prepare(name, length, marks), [size.name, size.length, size.marks]);
    let timer;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)));
    const result = await Promise.race([work(page), patience]);
    clearTimeout(timer);
    return result;
  } finally {
    await browser.close();
  }
}

/** What the main thread does for one move of the mouse over the text, in milliseconds. */
async function hover(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value * 1000;
  const moves = 60;
  await page.mouse.move(500, 100);
  const before = await busy();
  for (let index = 0; index < moves; index++) await page.mouse.move(430 + ((index * 97) % 400), 100 + ((index * 61) % 600));
  return ((await busy()) - before) / moves;
}

async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
}

async function version() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const name = `Chromium ${browser.version()}`;
  await browser.close();
  return name;
}

function chromiumPath() {
  const path = [process.env.PARLEY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((one) => one && existsSync(one));
  if (!path) throw new Error('Chromium is missing; set PARLEY_CHROMIUM to its path.');
  return path;
}

function serve(request, response) {
  const name = new URL(request.url, url ?? 'http://localhost').pathname.slice(1) || 'page.html';
  const file = name === 'page.html' ? join(here, name) : join(built, name);
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  // isolated, so that the page may measure its own memory
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  createReadStream(file).pipe(response);
}
