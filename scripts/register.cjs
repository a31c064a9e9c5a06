// `node -r ./scripts/register.cjs file.ts`: runs our TypeScript sources directly, transformed by SWC with the same
// .swcrc that Jest uses. There is no build folder that could be stale.
const path = require('node:path');
const { transformSync } = require('@swc/core');
const { addHook } = require('pirates');

const root = path.resolve(__dirname, '..');
const swcrc = path.join(root, '.swcrc');

addHook((code, filename) => transformSync(code, { filename, configFile: swcrc, swcrc: false, root }).code, {
  exts: ['.ts'],
  ignoreNodeModules: true,
});
