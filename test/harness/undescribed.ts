import { type ASTNode, type DocumentNode, Kind, type StringValueNode, parse, visit } from 'graphql';

/** A sentence, and the Vietnamese term in parentheses. */
const DESCRIPTION = /\p{L}{2}.*\([^()]*\p{L}[^()]*\)/su;
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation']);
/** Types, fields and arguments that composition adds for routers. */
const OF_FEDERATION = /^(join|link|core|federation)__|^(Link|Import|_Any|_Entity|_Service)$/;

interface Described {
  readonly kind: string;
  readonly name: { readonly value: string };
  readonly description?: StringValueNode;
}

const DESCRIBED: ReadonlySet<string> = new Set([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
]);

/** Everything of a schema that lacks a description with its Vietnamese term, by its coordinate. */
export function undescribed(sdl: string): string[] {
  const document: DocumentNode = parse(sdl);
  const missing: string[] = [];
  const path: string[] = [];
  visit(document, {
    enter(node: ASTNode) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      if (!('name' in node) || !isPart(node)) return undefined;
      const { name, description } = node as unknown as Described;
      if (OF_FEDERATION.test(name.value)) return false;
      path.push(name.value);
      if (DESCRIBED.has(node.kind) && !ROOTS.has(name.value) && !DESCRIPTION.test(description?.value ?? '')) {
        missing.push(path.join('.'));
      }
      return undefined;
    },
    leave(node: ASTNode) {
      if ('name' in node && isPart(node)) path.pop();
    },
  });
  return missing;
}

/** An extension's fields need their descriptions as well. */
function isPart({ kind }: ASTNode): boolean {
  return DESCRIBED.has(kind) || kind.endsWith('TypeExtension');
}
