import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { contract } from './contract.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** A page with nothing but the editor on it, and a server in memory behind it: for looking at the editor by itself. */
export default defineConfig({
  root: here,
  resolve: { alias: { lit: `${modules}lit` } },
  server: { fs: { allow: [fileURLToPath(new URL('../../../../', import.meta.url))] } },
  plugins: [contract()],
});
