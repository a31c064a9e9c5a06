/** The real browser and the playground in it, for tests against the whole graph. */
import { ensureBuilt } from '../../gateway/src/pages/build';
import { PLAYGROUND } from '../../gateway/src/pages/page';

export { PlaygroundPage } from '../../gateway/src/playground/playground.page';
export { findBrowser, launchBrowser } from '../../gateway/src/playground/playground.testkit';

export const buildPlayground = (): Promise<void> => ensureBuilt(PLAYGROUND, () => undefined);
