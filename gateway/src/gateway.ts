import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import {
  LONGEST_WAIT,
  type Logger,
  REQUEST_ID_HEADER,
  type RunningServer,
  healthRoutes,
  listen,
  presentError,
  requestIdFrom,
  viewOf,
  presentsFailures,
  servesNothingElse,
} from '@thads/shared';
import express from 'express';
import { type GraphQLFormattedError, NoSchemaIntrospectionCustomRule } from 'graphql';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createBulk } from './bulk/bulk';
import { ExportLinks } from './bulk/export-links';
import { exportsRouter } from './bulk/exports.route';
import { dashboardRouter } from './dashboard-page/dashboard.router';
import type { GatewayContext, SubgraphSource } from './data-source';
import { allowsOrigins } from './doors/cors';
import { sendsHeaders } from './doors/headers';
import { hidesSchemaNames } from './doors/schema-names';
import { readTrustedDocuments } from './doors/trusted-documents';
import { takesTrustedDocuments } from './doors/trusted-documents.route';
import { callerOf, identifyCaller } from './identity/caller';
import { tokenReader } from './identity/tokens';
import { DataVersions } from './kept-answers/data-versions';
import { KeptAnswers } from './kept-answers/kept-answers';
import { keptAnswersRoute, notesCompleteAnswers } from './kept-answers/kept-answers.route';
import { followSupergraph } from './kept-answers/supergraph-in-use';
import { writesAnswers } from './limits/answer-size';
import { nameOf } from './limits/caller-name';
import { boundsCallers, shareOf } from './limits/callers';
import { examinesOperations } from './limits/examination';
import { boundsRequests, readsBody } from './limits/request-size';
import { LocalDataSource } from './local-data-source';
import { notesOperationName } from './operation-name';
import { playgroundRouter } from './playground/playground.router';
import { FetchTimes, tellsFetchTimes, timesFetches } from './query-plans/fetch-times';
import type { GatewaySettings } from './settings';
import { watchSupergraph } from './supergraph-file';

export interface GatewayOptions {
  readonly settings: GatewaySettings;
  readonly dataSources: Readonly<Record<string, SubgraphSource>>;
  readonly logger: Logger;
  /** Rejects while the gateway should get no traffic. */
  readonly checkReady: () => Promise<void>;
  /** What links to files of exports are signed with: the same for all gateways that stand for each other. */
  readonly exportLinkKey: Buffer;
  /** Told of every query plan that is executed; for tests and explanations. */
  readonly onQueryPlan?: (plan: unknown) => void;
}

/** The one door: serves `/graphql`, `/playground`, the dashboard at `/`, files at `/exports` and the health endpoints. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { settings, logger } = options;
  const { limits, doors } = settings;
  const links = new ExportLinks(options.exportLinkKey, settings.exportLinkMs);
  const bulk = new LocalDataSource(await createBulk(options.dataSources, links, settings), {
    // It waits for the subgraphs that it asks, which have their deadlines.
    deadlineMs: settings.operationDeadlineMs,
    waitMs: LONGEST_WAIT * 1_000,
    logger,
  });
  const dataSources: Readonly<Record<string, SubgraphSource>> = { ...options.dataSources, bulk };
  const readToken = await tokenReader(settings.issuer, logger);
  // Unless told so, Apollo's gateway looks for cloud machines' metadata and reports to its maker.
  // oxlint-disable-next-line node/no-process-env -- it has no option for it
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl: watchSupergraph(logger),
    buildService: ({ name }) => {
      const source = dataSources[name];
      if (!source) throw new Error(`the supergraph names a subgraph "${name}" that the gateway does not know`);
      return timesFetches(name, source);
    },
    __exposeQueryPlanExperimental: doors.queryPlans,
    experimental_didResolveQueryPlan: options.onQueryPlan && (({ queryPlan }) => options.onQueryPlan!(queryPlan)),
    // Its own logger would write to standard output, which belongs to what is printed for people.
    logger: logger.child({ part: 'composition' }, { level: atLeastWarn(logger) }),
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    // Where it is off, GraphQL.js' own rule says so in better words than Apollo Server's.
    introspection: true,
    validationRules: doors.introspection ? [] : [NoSchemaIntrospectionCustomRule],
    parseOptions: { maxTokens: limits.tokens },
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    formatError: (formatted, original) => withRequestId(presentError(formatted, original, logger)),
    stringifyResult: writesAnswers(limits),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      notesOperationName,
      examinesOperations(limits),
      tellsFetchTimes,
      notesCompleteAnswers,
      ...(doors.suggestions ? [] : [hidesSchemaNames]),
    ],
    stopOnTerminationSignals: false,
    logger,
  });
  const supergraph = followSupergraph(gateway);
  await apollo.start();
  const createContext = (request: express.Request): GatewayContext => {
    const caller = callerOf(request);
    return {
      head: {
        ...caller,
        requestId: requestIds.getStore()!,
        operation: '',
        deadlineAt: Date.now() + settings.operationDeadlineMs,
      },
      share: shareOf(request),
      view: viewOf(caller.principal),
      outcome: { complete: false },
      fetchTimes: FetchTimes.askedFor(request.headers, doors),
    };
  };

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.use(sendsHeaders());
  app.use(healthRoutes(options.checkReady));
  if (doors.playground) app.use('/playground', playgroundRouter(doors));
  if (doors.dashboard) app.use(dashboardRouter({ signIn: settings.signIn, playground: doors.playground }));
  else if (doors.playground) app.get('/', (_request, response) => response.redirect('/playground/'));
  app.use(
    '/graphql',
    identifyRequest,
    ...allowsOrigins(doors.corsOrigins),
    identifyCaller(readToken),
    boundsCallers(limits, (request) => nameOf(callerOf(request))),
    readsBody(limits, (request) => callerOf(request).principal.role !== 'PUBLIC'),
    takesTrustedDocuments(doors, readTrustedDocuments()),
    boundsRequests(limits),
  );
  if (settings.keptAnswersMb > 0) {
    app.use(
      '/graphql',
      keptAnswersRoute({
        apollo,
        createContext,
        answers: new KeptAnswers({ megabytes: settings.keptAnswersMb }),
        dataVersions: new DataVersions(dataSources),
        supergraph,
      }),
    );
  }
  app.use('/graphql', expressMiddleware(apollo, { context: async ({ req }) => createContext(req) }));
  app.use('/exports', identifyRequest, exportsRouter(options.dataSources, links));
  app.use(servesNothingElse);
  app.use(presentsFailures(logger));
  const server = await listen(app, settings).catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      await apollo.stop();
    },
  };
}

/** That a supergraph was loaded is no news at every start. */
function atLeastWarn({ level }: Logger): string {
  return level === 'info' ? 'warn' : level;
}

/** The id of the request that is being answered, for errors that arise before or outside an operation too. */
const requestIds = new AsyncLocalStorage<string>();

const identifyRequest: express.RequestHandler = (request, response, next) => {
  const requestId = requestIdFrom(request.headers[REQUEST_ID_HEADER]);
  response.setHeader(REQUEST_ID_HEADER, requestId);
  requestIds.run(requestId, next);
};

function withRequestId(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId: requestIds.getStore() } };
}
