// `node -r ./scripts/register.cjs file.ts`: runs our TypeScript sources directly, transformed by SWC with the same
// .swcrc that Jest uses. There is no build folder that could be stale: what was transformed is kept under the hash of all
// that it is made of, which spares a start the compiler, its time and its 60 MB of memory.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { addHook } = require('pirates');

const root = path.resolve(__dirname, '..');
const cache = path.join(root, 'node_modules', '.cache');
// About 0.3 s off each start. Node 20 does not have it, and a folder that cannot be written is done without.
enableCompileCache?.(path.join(cache, 'compiled'));

const swcrc = path.join(root, '.swcrc');
const settings = `${readFileSync(swcrc, 'utf8')} ${require('@swc/core/package.json').version}`;
const transformedFolder = path.join(cache, 'transformed');

function transformed(code, filename) {
  const hash = createHash('sha256').update(`${settings}\n${filename}\n${code}`).digest('hex');
  const file = path.join(transformedFolder, `${hash}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const { transformSync } = require('@swc/core');
    const made = transformSync(code, { filename, configFile: swcrc, swcrc: false, root }).code;
    keep(file, made);
    return made;
  }
}

/** Others may read or write it at the same time. */
function keep(file, text) {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(transformedFolder, { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch {
    // A folder that cannot be written is done without.
  }
}

addHook(transformed, { exts: ['.ts'], ignoreNodeModules: true });
