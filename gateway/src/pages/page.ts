import path from 'node:path';

/** A page that Vite builds from a workspace of ours into its `dist`, and the gateway serves. */
export interface Page {
  /** As messages and `npm run gen:<name>` call it. */
  readonly name: string;
  readonly folder: string;
  /** Files and folders beside its own that the page is made of, relative to its folder. */
  readonly besides?: readonly string[];
}

const root = path.resolve(__dirname, '..', '..', '..');

/** The workspace `@thads/playground`: sources, examples, and the built page. */
export const PLAYGROUND: Page = {
  name: 'playground',
  folder: path.join(root, 'gateway', 'playground'),
  besides: ['../../scripts/page.vite.mjs'],
};

/** The workspace `@thads/dashboard`, with the figures of the published reports. */
export const DASHBOARD: Page = {
  name: 'dashboard',
  folder: path.join(root, 'dashboard'),
  besides: ['../reports/src', '../scripts/page.vite.mjs'],
};
