import type { SupergraphManager } from '@apollo/gateway';
import { type Logger, messageOf } from '@thads/shared';
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import path from 'node:path';

/** Composed at build time by `npm run gen:schema` and committed; never composed from running subgraphs. */
export const SUPERGRAPH_FILE = path.resolve(__dirname, '..', 'supergraph.graphql');

/** Reads the supergraph and takes a new one into use when the file changes; a broken one is refused and logged. */
export function watchSupergraph(logger: Logger, file = SUPERGRAPH_FILE): SupergraphManager {
  return {
    async initialize({ update }) {
      let watcher: FSWatcher | undefined;
      let timer: NodeJS.Timeout | undefined;
      let current = readFileSync(file, 'utf8');
      const reload = (): void => {
        try {
          const next = readFileSync(file, 'utf8');
          if (next === current) return;
          update(next);
          current = next;
          logger.info('supergraph reloaded');
        } catch (error) {
          logger.error(
            { reason: messageOf(error) },
            'the changed supergraph is not usable, the one before stays in use',
          );
        }
      };
      watcher = watch(path.dirname(file), (_event, name) => {
        if (name !== path.basename(file)) return;
        clearTimeout(timer);
        timer = setTimeout(reload, 100);
      });
      return {
        supergraphSdl: current,
        cleanup: async () => {
          clearTimeout(timer);
          watcher.close();
        },
      };
    },
  };
}
