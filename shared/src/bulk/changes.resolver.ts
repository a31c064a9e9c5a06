import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badInput } from '../errors';
import type { SubgraphContext } from '../subgraph/subgraph';
import type { ChangesRequest } from './changes';

/**
 * `casesChanges` and its like, by which the gateway asks the subgraph that owns the tables. The supergraph hides them, and
 * what they take and give is JSON: the public types are said once, in the gateway.
 */
export function changesResolver(register: string): Function {
  @Resolver()
  class ChangesResolver {
    @Query(() => String, {
      name: `${register}Changes`,
      description: `A page of the changes of a dataset of the register of ${register}, as JSON (các thay đổi).`,
    })
    @Directive('@inaccessible')
    async changes(
      @Arg('request', () => String, { description: 'What is asked for, as JSON (yêu cầu).' }) request: string,
      @Ctx() { readChanges }: SubgraphContext,
    ): Promise<string> {
      return JSON.stringify(await readChanges(requestIn(request)));
    }
  }
  return ChangesResolver;
}

function requestIn(request: string): ChangesRequest {
  try {
    return JSON.parse(request) as ChangesRequest;
  } catch {
    throw badInput('request: it is not JSON.');
  }
}
