import { createLogger } from '@thads/shared';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SUPERGRAPH_FILE, watchSupergraph } from './supergraph-file';

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 5_000; waited += 50) await sleep(50);
}

describe('the supergraph file', () => {
  it('is taken into use anew when it changes; an unusable one is not, and the next good one is', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'thads-supergraph-'));
    const file = path.join(folder, 'supergraph.graphql');
    copyFileSync(SUPERGRAPH_FILE, file);
    const taken: string[] = [];
    const manager = watchSupergraph(createLogger('test', 'silent'), file);
    const { supergraphSdl, cleanup } = await (manager as { initialize: Function }).initialize({
      update(sdl: string) {
        if (sdl.includes('broken')) throw new Error('broken');
        taken.push(sdl);
      },
    });
    try {
      const original = readFileSync(SUPERGRAPH_FILE, 'utf8');
      expect(supergraphSdl).toBe(original);
      writeFileSync(file, `${original}# broken\n`);
      await sleep(400);
      writeFileSync(file, `${original}# second\n`);
      await until(() => taken.length > 0);
      expect(taken).toEqual([`${original}# second\n`]);
    } finally {
      await cleanup();
      rmSync(folder, { recursive: true });
    }
  });
});
