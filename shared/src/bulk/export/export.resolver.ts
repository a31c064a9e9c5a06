import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { badInput, graphError } from '../../errors';
import type { SubgraphContext } from '../../subgraph/subgraph';
import type { ExportRequest } from './export';
import type { CallersExports } from './exports';

/**
 * `casesExport` and its like, by which the gateway asks the subgraph that owns the tables. The supergraph hides them, and
 * what they take and give is JSON: the public types are said once, in the gateway.
 */
export function exportResolver(register: string): Function {
  @Resolver()
  class ExportResolver {
    @Query(() => String, {
      name: `${register}Datasets`,
      description: `Datasets of the register of ${register}, as JSON (các tập dữ liệu).`,
    })
    @Directive('@inaccessible')
    datasets(@Ctx() context: SubgraphContext): string {
      return JSON.stringify(exportsOf(context).datasets());
    }

    @Query(() => String, {
      name: `${register}Export`,
      nullable: true,
      description: `One own export of the register of ${register}, as JSON; null when there is none (một lần kết xuất).`,
    })
    @Directive('@inaccessible')
    async export(
      @Arg('id', () => ID, { description: 'Identifier of the export (mã lần kết xuất).' }) id: string,
      @Ctx() context: SubgraphContext,
    ): Promise<string | null> {
      const found = await exportsOf(context).find(id);
      return found && JSON.stringify(found);
    }

    @Mutation(() => String, {
      name: `${register}StartExport`,
      description: `Starts an export of the register of ${register}; it is answered as JSON (bắt đầu kết xuất).`,
    })
    @Directive('@inaccessible')
    async startExport(
      @Arg('input', () => String, { description: 'What is asked for, as JSON (yêu cầu kết xuất).' }) input: string,
      @Ctx() context: SubgraphContext,
    ): Promise<string> {
      return JSON.stringify(await exportsOf(context).start(requestIn(input)));
    }

    @Mutation(() => String, {
      name: `${register}CancelExport`,
      description: `Ends an own export of the register of ${register}; it is answered as JSON (hủy kết xuất).`,
    })
    @Directive('@inaccessible')
    async cancelExport(
      @Arg('id', () => ID, { description: 'Identifier of the export (mã lần kết xuất).' }) id: string,
      @Ctx() context: SubgraphContext,
    ): Promise<string> {
      return JSON.stringify(await exportsOf(context).cancel(id));
    }
  }
  return ExportResolver;
}

function exportsOf({ exports }: SubgraphContext): CallersExports {
  if (exports) return exports;
  throw graphError('SUBGRAPH_UNAVAILABLE', 'This server makes no exports.');
}

function requestIn(input: string): ExportRequest {
  try {
    return JSON.parse(input) as ExportRequest;
  } catch {
    throw badInput('input: it is not JSON.');
  }
}
