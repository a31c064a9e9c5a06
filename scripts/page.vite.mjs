/** How the pages that the gateway serves are built: files of their own origin alone, compressed beforehand. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

// Vite keeps a NODE_ENV that it finds: started under jest or in development, React's slow development build would be bundled.
process.env.NODE_ENV = 'production';

/** Writes `x.gz` beside each asset `x` that it makes smaller, so that the gateway compresses nothing while it serves. */
const precompress = {
  name: 'precompress',
  async writeBundle({ dir }, bundle) {
    const assets = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
    await Promise.all(
      assets.map(async (file) => {
        const plain = await readFile(join(dir, file));
        const small = await promisify(gzip)(plain, { level: 9 });
        if (small.length < plain.length) await writeFile(join(dir, `${file}.gz`), small);
      }),
    );
  },
};

/** Of a page whose workspace has the plugin for React: what is not hoisted is not found from here. */
export const pageOf = (react) => ({
  // Relative addresses: the page works wherever the gateway mounts it.
  base: './',
  envDir: false,
  plugins: [react, precompress],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Files stay files: the content security policy allows no `data:` scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
  },
});
