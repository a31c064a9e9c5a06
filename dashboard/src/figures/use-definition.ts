import { Definitions, type DefinitionsQuery } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';

type Definition = DefinitionsQuery['definitions'][number];

/** What the graph says about a figure; undefined for what it does not know, and until it has said so. */
export function useDefinition(of: string): Definition | undefined {
  const { answer } = useAnswer(Definitions, {});
  return answer?.data?.definitions.find(({ indicator }) => indicator === of);
}
