import path from 'node:path';
import express from 'express';
import type { Doors } from '../doors/doors';
import { serveAssets } from '../pages/assets';
import { PLAYGROUND } from '../pages/page';
import { sendIndex } from '../pages/send-index';
import { readExamples } from './playground.examples';
import { PLAYGROUND_HEADERS } from './playground.headers';

/** Where the page sends its operations: the same origin, so that `connect-src 'self'` is enough. */
const ENDPOINT = '/graphql';

/**
 * The playground: `/` the page, `/assets/*` its files, `/config.json` its endpoint, its examples and whether query plans are told. Mount it on any path.
 * The page may be built after the router is made; until then `/` answers 503 and says how to build it.
 * @throws Error when an example cannot be read.
 */
export function playgroundRouter(
  { queryPlans }: Pick<Doors, 'queryPlans'>,
  folder: string = PLAYGROUND.folder,
): express.Router {
  const dist = path.join(folder, 'dist');
  const config = { endpoint: ENDPOINT, queryPlans, groups: readExamples(folder) };
  const router = express.Router();

  router.use((_request, response, next) => {
    response.set(PLAYGROUND_HEADERS);
    next();
  });

  router.get('/', (request, response) => {
    const [address = ''] = request.originalUrl.split('?');
    // The page's addresses are relative to its folder. So is this one: a proxy may serve us under another prefix.
    if (!address.endsWith('/')) return response.redirect(`./${path.posix.basename(address)}/`);
    sendIndex(response, PLAYGROUND.name, dist);
  });

  router.get('/config.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(config);
  });

  router.use('/assets', serveAssets(path.join(dist, 'assets')));

  // Ends here: whatever the gateway serves at `/` must not answer for a missing file of ours.
  router.use((_request, response) => {
    response.status(404).type('text').send('Not found\n');
  });

  return router;
}
