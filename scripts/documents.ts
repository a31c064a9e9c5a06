/** The documents of clients, from their .graphql files. */
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Paths within the repository, in order. */
export function documentFiles(root: string, folder: string): string[] {
  return (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** Of a file with several operations: each by itself, with the fragments that it uses, letter by letter as written. */
export function operationsIn(text: string): { readonly name: string; readonly text: string }[] {
  const { definitions } = parse(text);
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const parts = [operation, ...fragmentsOf({ kind: Kind.DOCUMENT, definitions: [operation] }, fragments)];
      return {
        name: operation.name!.value,
        text: `${parts.map(({ loc }) => text.slice(loc!.start, loc!.end)).join('\n\n')}\n`,
      };
    });
}

/** Those that are used, and those that these use, in the order of the file. */
function fragmentsOf(document: DocumentNode, all: readonly FragmentDefinitionNode[]): FragmentDefinitionNode[] {
  const used = new Set<string>();
  const follow = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        if (used.has(name.value)) return;
        used.add(name.value);
        const fragment = all.find((one) => one.name.value === name.value);
        if (!fragment) throw new Error(`the fragment ${name.value} is not in the file that uses it`);
        follow(fragment);
      },
    });
  };
  follow(document);
  return all.filter(({ name }) => used.has(name.value));
}
