/** What the benchmark does inside the page. `run.mjs` calls it and reads the numbers. */
import { type Contestant, contestants } from './contestants.js';
import { type BenchDocument, type FlatMark, LABELS, benchDocument, numbers } from './documents.js';

/** In milliseconds: the middle, and what nineteen of twenty stay under. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Milliseconds that each edit took. */
export interface Edits {
  readonly add: readonly number[];
  readonly relabel: readonly number[];
  readonly remove: readonly number[];
}

let host: HTMLElement | undefined;
let bench: BenchDocument | undefined;
let contestant: Contestant | undefined;

/** Prepares a document; handing it over is not part of what is measured. */
function prepare(name: string, length: number, marks: number): void {
  bench = benchDocument(name, length, marks);
  host = document.createElement('div');
  host.className = 'host';
  document.body.replaceChildren(host);
}

/** Milliseconds from the data at hand to marks on the screen. */
async function load(who: string): Promise<number> {
  const open = contestants[who];
  if (!open || !host || !bench) throw new Error(`nobody is called ${who}`);
  const start = performance.now();
  contestant = open(host, bench);
  let end = await painted();
  while (!contestant.shows()) end = await painted();
  return end - start;
}

/** Adds, relabels and removes marks in view, one at a time, each until it is on the screen. */
async function edits(count: number): Promise<Edits> {
  const one = current();
  const next = numbers(7);
  const marks: FlatMark[] = [];
  const view = one.scroller.getBoundingClientRect();
  // some draw where they were scrolled to only frames later
  for (let frames = 0; frames < 20; frames++) await painted();
  for (let index = 0; index < count * 10 && marks.length < count; index++) {
    const at = one.positionAt(view.left + view.width * (0.35 + next(30) / 100), view.top + 60 + next(Math.round(view.height - 120)));
    const word = at === undefined ? undefined : wordAt(at);
    if (word) marks.push({ id: `new${index}`, label: LABELS[next(10)] ?? 'ORG', ...word });
  }
  if (marks.length < count / 2) throw new Error('too little text in view');
  const add = await each(marks, (mark) => one.add(mark), (mark) => one.shows(mark));
  const relabel = await each(marks, (mark) => one.relabel(mark, LABELS[(LABELS.indexOf(mark.label as never) + 1) % 10] ?? 'ORG'), (mark) => one.shows(mark));
  const remove = await each(marks, (mark) => one.remove(mark), (mark) => !one.shows(mark));
  return { add, relabel, remove };
}

async function each(marks: readonly FlatMark[], edit: (mark: FlatMark) => void, done: (mark: FlatMark) => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  for (const mark of marks) {
    await painted();
    // the wait for the screen between the edit and its frame is nobody's work
    const frameWork = nextFrameWork();
    const start = performance.now();
    edit(mark);
    let time = performance.now() - start + (await frameWork);
    // some draw only in a later frame; then what counts is when the mark is there
    for (let frames = 0; !done(mark) && frames < 60; frames++) {
      await painted();
      time = performance.now() - start;
    }
    times.push(time);
  }
  return times;
}

/** Scrolls from where it is to the end by two thirds of a window a frame, at most so many frames. */
async function scroll(frames: number): Promise<Times> {
  const { scroller } = current();
  const step = scroller.clientHeight * 0.66;
  const times: number[] = [];
  let before = await frame();
  for (let index = 0; index < frames && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1; index++) {
    scroller.scrollTop += step;
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return timesOf(times);
}

function scrollTo(part: number): void {
  const { scroller } = current();
  scroller.scrollTop = scroller.scrollHeight * part;
}

/** Finding the place in the text under a point of the window. */
function caretHits(count: number): Times {
  const one = current();
  const next = numbers(11);
  const view = one.scroller.getBoundingClientRect();
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const x = view.left + view.width * (0.35 + next(30) / 100);
    const y = view.top + 20 + next(Math.round(view.height - 40));
    const start = performance.now();
    one.positionAt(x, y);
    times.push(performance.now() - start);
  }
  return timesOf(times);
}

/** Megabytes of the whole page, with what the DOM holds. */
async function memory(): Promise<number | undefined> {
  const measure: (() => Promise<{ bytes: number }>) | undefined = Reflect.get(performance, 'measureUserAgentSpecificMemory');
  return measure ? (await measure.call(performance)).bytes / 1e6 : undefined;
}

function wordAt(at: number): { start: number; end: number } | undefined {
  const text = bench?.text ?? '';
  let start = at;
  let end = at;
  while (start > 0 && /\w/.test(text[start - 1] ?? '')) start--;
  while (end < text.length && /\w/.test(text[end] ?? '')) end++;
  return start < end ? { start, end } : undefined;
}

function current(): Contestant {
  if (!contestant) throw new Error('nothing is open');
  return contestant;
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The moment after the next frame was painted. */
async function painted(): Promise<number> {
  await frame();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(undefined);
  });
}

/** Milliseconds that the next frame takes, from its beginning until it was painted. */
function nextFrameWork(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(undefined);
    });
  });
}

function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

Object.assign(window, { bench: { prepare, load, edits, scroll, scrollTo, caretHits, memory } });
