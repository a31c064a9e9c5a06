// PostGraphile over the four registers' tables, with the relations that the graph joins by and the aggregates plugin.
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { makePgSmartTagsPlugin } from 'postgraphile/utils';

const ofCase = (schema, table) => ({
  kind: 'class',
  match: `${schema}.${table}`,
  tags: { foreignKey: ['(territory, case_id) references cases.enforcement_case (territory, id)'] },
});

export default {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  // It hides columns without an index of their own, and the dashboard groups and filters by some.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  plugins: [
    makePgSmartTagsPlugin([
      ofCase('complaints', 'petition'),
      ofCase('recovery', 'obligation'),
      ofCase('recovery', 'asset'),
    ]),
  ],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['cases', 'complaints', 'inspections', 'recovery'],
      poolConfig: { max: 10 },
    }),
  ],
  grafserv: {
    host: '127.0.0.1',
    port: Number(process.env.PORT),
    graphqlPath: '/graphql',
    watch: false,
    graphiql: false,
  },
  grafast: { explain: false },
};
