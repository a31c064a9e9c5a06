/** The only file of the benches that knows the parts of the graph. */
export { openDevelopmentIssuer } from '../../gateway/src/identity/development-issuer';
export { createDirectory } from '../../gateway/src/directory/directory';
export { openDatabase, subgraphDefinitions } from '../../gateway/src/one-process';
