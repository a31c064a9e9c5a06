import { createHash } from 'node:crypto';

/** A party as the mutation takes it. */
interface SampleParty {
  readonly role: 'CREDITOR' | 'DEBTOR';
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly name: string;
  readonly identityNumber?: string;
  readonly address?: string;
}

/** Of so many cases one has its parties stated: enough to look for, and the load stays as quick as it is. */
const ONE_OF = 4;

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Lò', 'Vàng', 'Giàng'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Thu', 'Quang', 'Ngọc', 'Minh', 'Xuân'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Hà', 'Hạnh', 'Hoa', 'Lan', 'Nam', 'Oanh', 'Phúc', 'Sơn', 'Thảo', 'Yến'];
const BANKS = ['Ngân hàng A', 'Ngân hàng B', 'Quỹ tín dụng C'];

/** Creditor and debtor of some of the cases, made up and marked as such; the same for a case every time. */
export function partiesOf(subject: string): readonly SampleParty[] | undefined {
  const draw = createHash('sha256').update(subject).digest();
  if (draw[0]! % ONE_OF !== 0) return undefined;
  const person = (from: number): string =>
    [FAMILY, MIDDLE, GIVEN].map((names, part) => names[draw[from + part]! % names.length]!).join(' ');
  const number = (from: number): string => `0${String(draw.readUIntBE(from, 6)).slice(-11).padStart(11, '0')}`;
  const creditor: SampleParty =
    draw[1]! % 3 === 0
      ? { role: 'CREDITOR', kind: 'ORGANISATION', name: `${BANKS[draw[2]! % BANKS.length]} (tên giả định)` }
      : { role: 'CREDITOR', kind: 'PERSON', name: `${person(3)} (tên giả định)` };
  const debtor: SampleParty = {
    role: 'DEBTOR',
    kind: 'PERSON',
    name: `${person(8)} (tên giả định)`,
    identityNumber: number(12),
    address: `Số ${1 + (draw[20]! % 200)}, tổ dân phố giả định`,
  };
  return [creditor, debtor];
}
