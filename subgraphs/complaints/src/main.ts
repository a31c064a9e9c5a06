import { runSubgraph } from '@thads/shared';
import { complaintsSubgraph } from './index';

void runSubgraph(complaintsSubgraph, process.env);
