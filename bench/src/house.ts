/** The only file of the benches that knows the parts of the graph. */
export { createDirectory } from '../../gateway/src/directory/directory';
export { openDatabase, subgraphDefinitions } from '../../gateway/src/one-process';
