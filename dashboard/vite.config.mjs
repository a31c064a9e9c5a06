export { default } from '../scripts/page.vite.mjs';
