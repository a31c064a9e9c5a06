import { ensurePlaygroundBuilt } from './playground.build';

/** `npm run gen:playground`: builds the playground when its sources have changed. */
ensurePlaygroundBuilt(console.log).then(
  () => console.log('playground: up to date in gateway/playground/dist'),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
