import type DataLoader from 'dataloader';
import { type OfficeRecord, badInput, officeOfSubject, subjectLoader } from '@thads/shared';
import type { Repository } from 'typeorm';
import type { ReceiptEntity } from './receipt.entity';

const RUNNING_NUMBER = /^[1-9][0-9]*$/;

/** The office that a receipt id begins with; null when it is not of the form `<obligation id>.<running number>`. */
function officeOfReceipt(id: string): OfficeRecord | null {
  const dot = id.lastIndexOf('.');
  return dot >= 0 && RUNNING_NUMBER.test(id.slice(dot + 1)) ? officeOfSubject(id.slice(0, dot)) : null;
}

/** A receipt id as an argument. Errors: `BAD_USER_INPUT` when it is not of the form of receipt ids. */
export function receiptId(id: string): string {
  if (officeOfReceipt(id)) return id;
  throw badInput(
    `id: ${JSON.stringify(id)} is not the identifier of a receipt; it has the form <obligation id>.<running number>, ` +
      'e.g. VN63-10-01.O-2024-00017.1.',
  );
}

/** Receipts by id, in the order of the keys; null for an unknown one. One statement a batch. */
export function receiptLoader(repository: Repository<ReceiptEntity>): DataLoader<string, ReceiptEntity | null> {
  return subjectLoader(repository, officeOfReceipt);
}
