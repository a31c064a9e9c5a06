import { runSubgraph } from '@thads/shared';
import { casesSubgraph } from './index';

void runSubgraph(casesSubgraph, process.env);
