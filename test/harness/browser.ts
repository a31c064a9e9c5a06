/** The real browser and the playground in it, for tests against the whole graph. */
export { PlaygroundPage } from '../../gateway/src/playground/playground.page';
export { findBrowser, launchBrowser } from '../../gateway/src/playground/playground.testkit';
