/** What the playground offers as a start. */
export { readExamples } from '../../gateway/src/playground/playground.examples';
