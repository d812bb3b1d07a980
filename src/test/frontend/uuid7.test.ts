import { expect, it } from 'vitest';
import { uuid7 } from '../../../frontend/span-editor/uuid7.js';

it('makes ids of version 7', () => {
  expect(uuid7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('makes ids that ascend, also within a millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => uuid7());

  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
