import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PLAYGROUND } from '../pages/page';

/** An operation that the playground offers as a start. */
export interface PlaygroundExample {
  /** Path without extension, unique: `1-first-steps/1-lao-cai-2024`. */
  id: string;
  /** The first line of the file, a comment. */
  title: string;
  /** The whole file, its title included. */
  query: string;
  /** JSON text, empty when the operation takes no variables. */
  variables: string;
}

/** A folder of examples. */
export interface PlaygroundExampleGroup {
  title: string;
  examples: PlaygroundExample[];
}

/**
 * Reads `<folder>/examples/<n>-<group>/<n>-<name>.graphql`, with `<n>-<name>.json` beside it for variables, in the order
 * of the numbers. The first example is the one that a first visit shows.
 * @throws Error naming the file, when an example has no title or its variables are not JSON.
 */
export function readExamples(folder: string = PLAYGROUND.folder): PlaygroundExampleGroup[] {
  const examples = path.join(folder, 'examples');
  return namesIn(examples)
    .filter((name) => /^\d+-/.test(name))
    .map((group) => ({ title: groupTitle(group), examples: readGroup(examples, group) }));
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).sort(new Intl.Collator('en', { numeric: true }).compare);
}

function readGroup(examples: string, group: string): PlaygroundExample[] {
  return namesIn(path.join(examples, group))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readExample(examples, `${group}/${path.basename(file, '.graphql')}`));
}

function readExample(examples: string, id: string): PlaygroundExample {
  const query = readFileSync(path.join(examples, `${id}.graphql`), 'utf8');
  const title = /^# *(.+)/.exec(query)?.[1];
  if (!title) throw new Error(`example ${id}.graphql: the first line must be a comment, its title`);
  return { id, title: title.trim(), query, variables: readVariables(path.join(examples, `${id}.json`)) };
}

function readVariables(file: string): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8');
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Error(`example variables ${file}: ${(error as Error).message}`, { cause: error });
  }
  return text.trim();
}

/** `3-lists-and-details` is "Lists and details". */
function groupTitle(folder: string): string {
  const words = folder.replace(/^\d+-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
