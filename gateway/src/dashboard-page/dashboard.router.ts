import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';
import { serveAssets } from '../pages/assets';
import { DASHBOARD } from '../pages/page';
import { sendIndex } from '../pages/send-index';
import { dashboardHeaders } from './dashboard.headers';
import type { SignIn } from './dashboard.settings';

/** Where the page sends its operations: the same origin, so that `connect-src 'self'` is enough. */
const ENDPOINT = '/graphql';

/** The ministry's own map, when an operator has put it there: GeoJSON, each feature with the id of a province. */
const MAP = 'provinces.geojson';

export interface DashboardOptions {
  readonly signIn: SignIn;
  /** Whether the page may lead to the playground. */
  readonly playground: boolean;
  readonly folder?: string;
}

/**
 * The dashboard: `/` the page, `/assets/*` its files, `/config.json` what it has to know of this gateway, and the map if there
 * is one. Whatever else is asked for is left to others.
 */
export function dashboardRouter({ signIn, playground, folder = DASHBOARD.folder }: DashboardOptions): express.Router {
  const dist = path.join(folder, 'dist');
  const map = path.join(folder, 'map');
  const headers = dashboardHeaders(signIn);
  const sendsHeaders: RequestHandler = (_request, response, next) => {
    response.set(headers);
    next();
  };
  const router = express.Router();

  router.get('/', sendsHeaders, (_request, response) => sendIndex(response, DASHBOARD.name, dist));

  router.get('/config.json', sendsHeaders, (_request, response) => {
    const hasMap = existsSync(path.join(map, MAP));
    const config = {
      endpoint: ENDPOINT,
      playground: playground ? '/playground/' : null,
      map: hasMap ? MAP : null,
      signIn,
    };
    response.set('Cache-Control', 'no-cache').json(config);
  });

  router.get(`/${MAP}`, sendsHeaders, (_request, response, next) => {
    if (!existsSync(path.join(map, MAP))) return next();
    response
      .set('Cache-Control', 'no-cache')
      .type('application/geo+json')
      .sendFile(MAP, { root: map, cacheControl: false });
  });

  router.use('/assets', sendsHeaders, serveAssets(path.join(dist, 'assets')));

  return router;
}
