// Our subgraphs answer those alone who show them the statement of their gateway. Hive makes none: the benches send it one.
const STATEMENT = 'x-thads-statement';

export const gatewayConfig = {
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ [STATEMENT]: request.headers.get(STATEMENT) }),
  },
};
