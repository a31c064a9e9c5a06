import { runSubgraph } from '@thads/shared';
import { recoverySubgraph } from './index';

void runSubgraph(recoverySubgraph, process.env);
