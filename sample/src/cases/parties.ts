import type { Random } from '../random';

const FAMILY = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 2],
  ['Lò', 2],
  ['Giàng', 1],
] as const;
const MIDDLE = [
  ['Văn', 40],
  ['Thị', 40],
  ['Đức', 10],
  ['Ngọc', 10],
] as const;
const GIVEN =
  'An Bình Cường Dũng Đạt Giang Hà Hải Hòa Hùng Hương Lan Linh Long Mai Minh Nam Phúc Quân Sơn Thảo Yến'.split(' ');

/** Persons and organisations that do not exist, and say so. */
interface MadeUpParty {
  readonly role: 'CREDITOR' | 'DEBTOR' | 'RELATED_PERSON';
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly name: string;
}

/** Every third case has parties: enough to look for, and the sample is loaded in about the same time. */
const SHARE = 1 / 3;

/** The parties that a made-up case is opened with. What is owed to the state has no creditor to name. */
export function partiesOf(
  { initiation, overlays }: { readonly initiation: string; readonly overlays: readonly string[] },
  random: Random,
): { parties?: MadeUpParty[] } {
  if (random.next() >= SHARE) return {};
  const parties: MadeUpParty[] = [];
  if (overlays.includes('CREDIT_INSTITUTION')) {
    parties.push({ role: 'CREDITOR', kind: 'ORGANISATION', name: `Ngân hàng Mẫu số ${1 + random.below(9)}` });
  } else if (initiation === 'ON_REQUEST') parties.push(someone('CREDITOR', random));
  parties.push(someone('DEBTOR', random));
  if (random.next() < 0.05) parties.push(someone('RELATED_PERSON', random));
  return { parties };
}

function someone(role: MadeUpParty['role'], random: Random): MadeUpParty {
  return random.next() < 0.1
    ? { role, kind: 'ORGANISATION', name: `Công ty Mẫu số ${1 + random.below(500)}` }
    : {
        role,
        kind: 'PERSON',
        name: `${random.weighted(FAMILY)} ${random.weighted(MIDDLE)} ${random.pick(GIVEN)} (mẫu)`,
      };
}
