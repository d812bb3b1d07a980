import { describe, expect, it } from 'vitest';
import { KeptKeys } from '../../../frontend/span-editor/own-keys.js';
import { Server } from '../../../frontend/span-editor/server.js';

/** An account that keeps keys, and may be out of reach. */
class Account {
  kept = '{}';
  isReachable = true;

  readonly fetch = (_url: string, init: RequestInit): Promise<Response> => {
    if (!this.isReachable) return Promise.reject(new TypeError('no network'));
    if (init.method === 'PUT') this.kept = JSON.stringify(JSON.parse(String(init.body)).keys);
    return Promise.resolve(new Response(`{"keys":${this.kept}}`, { headers: { 'Content-Type': 'application/json' } }));
  };

  keysOf(user: string): KeptKeys {
    return new KeptKeys(new Server('', this.fetch), user);
  }
}

describe('own keys', () => {
  it('come from the account, and are there without it', async () => {
    const account = new Account();
    account.kept = '{"delete":["F7"]}';

    expect(await account.keysOf('ada').load()).toEqual({ delete: ['F7'] });
    account.isReachable = false;

    expect(account.keysOf('ada').own).toEqual({ delete: ['F7'] });
    expect(account.keysOf('bob').own).toEqual({});
    expect(await account.keysOf('ada').load()).toBeUndefined();
  });

  it('that were changed without a connection reach the account later', async () => {
    const account = new Account();
    account.kept = '{"delete":["F7"]}';
    account.isReachable = false;
    account.keysOf('eve').change({ undo: ['F9'] });
    await new Promise((resolve) => setTimeout(resolve));

    account.isReachable = true;
    await account.keysOf('eve').load();

    expect(account.kept).toBe('{"undo":["F9"]}');
    expect(await account.keysOf('eve').load()).toBeUndefined();
  });
});
