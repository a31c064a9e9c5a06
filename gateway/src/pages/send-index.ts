import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'express';

/** Sends a built page, or how to build it. A browser asks anew every time, so that it never runs the files of another build. */
export function sendIndex(response: Response, name: string, dist: string): void {
  if (!existsSync(path.join(dist, 'index.html'))) {
    response.status(503).type('text').send(`The ${name} is not built: run \`npm run gen:${name}\`.\n`);
    return;
  }
  response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: dist, cacheControl: false });
}
