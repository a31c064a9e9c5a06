import react from '@vitejs/plugin-react';
import { pageOf } from '../scripts/page.vite.mjs';

export default pageOf(react());
