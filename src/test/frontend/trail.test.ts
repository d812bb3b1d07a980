import { describe, expect, it } from 'vitest';
import type { Annotation, Change, HistoryAnswer, LoggedEdit, Mention } from '../../../frontend/span-editor/protocol.js';
import { Trail, mainChange, reverted } from '../../../frontend/span-editor/trail.js';

function mention(id: string, label = 'PERSON'): Mention {
  return { id, label, spans: [{ start: 0, end: 2 }], attributes: {}, link: null };
}

function added(id: string): Change {
  const after: Annotation = { kind: 'mention', value: mention(id) };
  return { id, before: undefined, after };
}

/** A log in which each step adds one mention, or takes one back: `+a`, `-1` undoes the step that began with edit 1, `*1` redoes it. */
function log(...steps: string[]): LoggedEdit[] {
  return steps.map((step, index) => {
    const sequence = index + 1;
    const base = { sequence, id: `e${sequence}`, kind: 'mention', command: sequence } as const;
    const about = Number(step.slice(1));
    if (step.startsWith('+')) return { ...base, target: step.slice(1), after: mention(step.slice(1)), reason: 'edit' };
    const id = steps[about - 1]?.slice(1) ?? '';
    return { ...base, target: id, reverts: about, ...(step.startsWith('-') ? { before: mention(id), reason: 'undo' } : { after: mention(id), reason: 'redo' }) };
  });
}

function answer(edits: readonly LoggedEdit[], next: string | null = null): HistoryAnswer {
  return { items: [...edits].reverse(), next };
}

function ahead(trail: Trail): (string | undefined)[] {
  return (['undo', 'redo'] as const).map((one) => trail.next(one)?.changes[0]?.id);
}

describe('a trail', () => {
  it('goes back and forth over what the server tells', () => {
    const trail = new Trail();

    trail.receive(answer(log('+a', '+b', '+c', '-3', '-2', '*2')));

    expect(ahead(trail)).toEqual(['b', 'c']);
    expect(trail.sequence).toBe(6);
  });

  it('forgets what could be brought back once something new is done', () => {
    const trail = new Trail();
    trail.receive(answer(log('+a', '+b', '-2')));

    trail.made({ ids: ['x'], changes: [added('c')] });

    expect(ahead(trail)).toEqual(['c', undefined]);
    trail.made({ ids: ['u'], changes: reverted({ ids: ['x'], changes: [added('c')] }, 'undo'), about: { reverting: 'undo', edit: 'x' } });
    expect(ahead(trail)).toEqual(['a', 'c']);
  });

  it('takes what was made here only once when the server tells of it, in the order of the server', () => {
    const trail = new Trail();
    trail.receive(answer(log('+a')));
    trail.made({ ids: ['e3'], changes: [added('c')] });

    // another tab was quicker
    trail.receive(answer(log('+a', '+b', '+c').slice(1)));

    expect(ahead(trail)).toEqual(['c', undefined]);
    trail.made({ ids: ['u'], changes: [], about: { reverting: 'undo', edit: 'e3' } });
    expect(ahead(trail)).toEqual(['b', 'c']);
  });

  it('asks for more of the log where it cannot tell', () => {
    const all = log('+a', '+b', '-2', '-1');
    const trail = new Trail();

    trail.receive(answer(all.slice(2), '3'));

    expect(trail.knows('undo')).toBe(false);
    expect(trail.knows('redo')).toBe(false);
    expect(trail.beginning).toBe(3);
    trail.receiveOlder(answer(all.slice(0, 2)));
    expect(trail.knows('undo')).toBe(true);
    expect(ahead(trail)).toEqual([undefined, 'a']);
  });

  it('leaves out a step whose beginning is further back', () => {
    const [first, second] = log('+a', '+b');
    const trail = new Trail();

    trail.receive(answer(first && second ? [{ ...second, command: 1 }] : [], '2'));

    expect(trail.next('undo')).toBeUndefined();
    expect(trail.knows('undo')).toBe(false);
  });

  it('begins anew where more happened than one answer holds', () => {
    const trail = new Trail();
    trail.receive(answer(log('+a')));

    trail.receive(answer(log('+a', '+b', '+c', '+d').slice(2), '3'));

    expect(ahead(trail)).toEqual(['d', undefined]);
    expect(trail.beginning).toBe(3);
  });

  it('forgets what was refused, and taking it back', () => {
    const trail = new Trail();
    trail.made({ ids: ['x', 'y'], changes: [added('a'), added('b')] });

    trail.refuse('x');
    expect(trail.next('undo')?.ids).toEqual(['y']);
    trail.refuse('y');

    expect(ahead(trail)).toEqual([undefined, undefined]);
  });

  it('names what was deleted before what went with it', () => {
    const gone = { ...added('m'), before: added('m').after, after: undefined };

    expect(mainChange({ ids: ['x'], changes: [gone, added('c')] })?.id).toBe('m');
    expect(mainChange({ ids: ['x'], changes: [added('c'), added('d')] })?.id).toBe('d');
  });
});
