import { runSubgraph } from '@thads/shared';
import { inspectionsSubgraph } from './index';

void runSubgraph(inspectionsSubgraph, process.env);
