import { RequestRefused, registerOfExport } from '@thads/shared';
import express from 'express';
import type { SubgraphSource } from '../data-source';
import { DATASETS } from './dataset.enum';
import type { ExportLinks } from './export-links';

/** `/exports/<register>/<id>/<file>` for whoever has a link to it, and the keys of manifests for everybody. */
export function exportsRouter(sources: Readonly<Record<string, SubgraphSource>>, links: ExportLinks): express.Router {
  const router = express.Router();
  router.get('/keys.json', async (_request, response) => {
    const keys = await Promise.all(Object.keys(DATASETS).map((register) => sources[register]!.exportKey()));
    const distinct = new Map(keys.flatMap((key) => (key ? [[key.kid, key]] : [])));
    response.set('cache-control', 'no-store').json({ keys: [...distinct.values()] });
  });
  router.get('/:register/:id/:file', async (request, response) => {
    const { register, id, file } = request.params;
    links.check(id, file, request.query);
    if (registerOfExport(id) !== register) throw new RequestRefused(404, 'NOT_FOUND', 'There is no such export.');
    await sources[register]!.sendExportFile(id, file, request, response);
  });
  return router;
}
