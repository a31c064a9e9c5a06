// `node -r ./scripts/register.cjs file.ts`: runs our TypeScript sources directly, transformed by SWC with the same
// .swcrc that Jest uses. There is no build folder that could be stale.
const { enableCompileCache } = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
// About 0.3 s off each start. Node 20 does not have it, and a folder that cannot be written is done without.
enableCompileCache?.(path.join(root, 'node_modules', '.cache', 'compiled'));

const { transformSync } = require('@swc/core');
const { addHook } = require('pirates');

const swcrc = path.join(root, '.swcrc');

addHook((code, filename) => transformSync(code, { filename, configFile: swcrc, swcrc: false, root }).code, {
  exts: ['.ts'],
  ignoreNodeModules: true,
});
