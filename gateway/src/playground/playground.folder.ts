import path from 'node:path';

/** The workspace `@thads/playground`: sources, examples, and the built page in `dist`. */
export const PLAYGROUND_FOLDER = path.resolve(__dirname, '../../playground');
