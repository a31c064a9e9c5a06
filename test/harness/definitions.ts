export { migrateAll, subgraphDefinitions } from '../../gateway/src/one-process';
