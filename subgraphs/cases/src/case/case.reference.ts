import type { CasesContext } from '../context';
import type { CaseEntity } from './case.entity';

/** Null for an unknown case. */
export function resolveCaseReference({ id }: { id: string }, context: CasesContext): Promise<CaseEntity | null> {
  return context.loaders.case.load(id);
}
