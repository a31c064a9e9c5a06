import path from 'node:path';
import express, { type RequestHandler } from 'express';

/** File names carry a hash of the content, so a browser never needs to ask again. */
const FOREVER = { immutable: true, maxAge: '1y', index: false, redirect: false } as const;

/** Serves built assets: the `.gz` that the build wrote beside a file where the browser takes gzip, else the file. */
export function serveAssets(folder: string): RequestHandler[] {
  const compressed = express.static(folder, {
    ...FOREVER,
    setHeaders(response, file) {
      response.setHeader('Content-Encoding', 'gzip');
      response.type(path.extname(file.slice(0, -'.gz'.length)));
    },
  });
  const preferCompressed: RequestHandler = (request, response, next) => {
    response.vary('Accept-Encoding');
    if (!request.acceptsEncodings('gzip')) return next();
    const { url } = request;
    request.url = `${request.path}.gz`;
    compressed(request, response, (error) => {
      request.url = url;
      next(error);
    });
  };
  return [preferCompressed, express.static(folder, FOREVER)];
}
