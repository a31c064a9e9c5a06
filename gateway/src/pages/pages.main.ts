import { ensureBuilt } from './build';
import { DASHBOARD, PLAYGROUND } from './page';

/** `npm run gen:playground`, `npm run gen:dashboard`: builds the page when its sources have changed. */
const pages = [PLAYGROUND, DASHBOARD].filter(({ name }) => process.argv.includes(name));

Promise.all(pages.map((page) => ensureBuilt(page, console.log))).then(
  () => pages.forEach(({ name, folder }) => console.log(`${name}: up to date in ${folder}/dist`)),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
