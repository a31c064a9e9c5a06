import { type DatasetState, type ExportState, type ExportedFile, graphError, registerOfExport } from '@thads/shared';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { BulkContext } from './bulk';
import { DatasetDescription, Export, type ExportFile, ExportInput } from './bulk.types';
import { DATASETS, registerOfDataset } from './dataset.enum';

@Resolver()
export class BulkResolver {
  @Query(() => [DatasetDescription], {
    description: 'What you may take as a whole, and which fields of it (các tập dữ liệu được phép kết xuất).',
  })
  async datasets(@Ctx() { ask }: BulkContext): Promise<DatasetState[]> {
    const found = await Promise.all(Object.keys(DATASETS).map((register) => ask<DatasetState[]>(register, 'Datasets')));
    return found.flatMap((datasets) => datasets ?? []);
  }

  @Query(() => Export, {
    nullable: true,
    description: 'One of your exports; null when there is none of that id (một lần kết xuất).',
  })
  async export(
    @Arg('id', () => ID, { description: 'Identifier of the export (mã lần kết xuất).' }) id: string,
    @Ctx() context: BulkContext,
  ): Promise<Export | null> {
    const register = registerOfExport(id);
    if (register === null || !(register in DATASETS)) return null;
    const found = await context.ask<ExportState>(register, 'Export', { id });
    return found && shown(found, context);
  }

  @Mutation(() => Export, {
    description:
      'Starts an export of what you may see of a dataset. It takes its turn; ask "export" until it is FINISHED. It is ' +
      'noted in the access log, and takes a purpose where it has personal fields in full (bắt đầu kết xuất dữ liệu).',
  })
  async startExport(
    @Arg('input', () => ExportInput, { description: 'What it is to hold, and how (yêu cầu).' }) input: ExportInput,
    @Ctx() context: BulkContext,
  ): Promise<Export> {
    const register = registerOfDataset(input.dataset);
    const started = await context.ask<ExportState>(register, 'StartExport', { input: JSON.stringify(input) });
    return shown(started!, context);
  }

  @Mutation(() => Export, {
    description:
      'Ends one of your exports that waits or is under way; one that has ended stays as it is (hủy kết xuất).',
  })
  async cancelExport(
    @Arg('id', () => ID, { description: 'Identifier of the export (mã lần kết xuất).' }) id: string,
    @Ctx() context: BulkContext,
  ): Promise<Export> {
    const register = registerOfExport(id);
    if (register === null || !(register in DATASETS)) {
      throw graphError('NOT_FOUND', `id: you have no export ${JSON.stringify(id)}.`);
    }
    return shown((await context.ask<ExportState>(register, 'CancelExport', { id }))!, context);
  }
}

function shown(state: ExportState, { links }: BulkContext): Export {
  const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));
  const linked = (file: ExportedFile): ExportFile => ({ ...file, ...links.to(state.id, file.name) });
  return {
    ...state,
    requestedAt: new Date(state.requestedAt),
    startedAt: moment(state.startedAt),
    finishedAt: moment(state.finishedAt),
    filesUntil: moment(state.filesUntil),
    files: state.files.map(linked),
    manifest: state.manifest && linked(state.manifest),
  };
}
