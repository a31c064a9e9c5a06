import type { CasesContext } from '../context';
import type { OfficerEntity } from './officer.entity';

/** Null for an unknown officer. */
export function resolveOfficerReference({ id }: { id: string }, context: CasesContext): Promise<OfficerEntity | null> {
  return context.loaders.officer.load(id);
}
