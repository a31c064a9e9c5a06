import type { IsoDate } from '@thads/shared';
import { provincePlans } from './cases/plan';
import { provinceCases } from './cases/province-cases';
import { complaintsPlans, provinceComplaints } from './complaints/complaints';
import type { History, Register } from './event';
import { provinceInspections } from './inspections/inspections';
import { nationEntries } from './nation/report-entries';
import { assetsOf, obligationsOf } from './recovery/recovery';
import { eventId } from './random';

export const SEED = 20_240_930;

/** Histories of one register that may be sent in any order, once the step before is done. */
export interface Step {
  readonly register: Register;
  readonly histories: readonly History[];
}

/** The working years that inspections are made up for. */
const INSPECTED: Readonly<Record<number, readonly IsoDate[]>> = {
  10: ['2022-10-01', '2023-10-01'],
  20: ['2023-10-01'],
  22: ['2022-10-01', '2023-10-01'],
  38: ['2023-10-01', '2024-10-01'],
};

/** The whole sample, the same for every run. The target of the nation comes last: it is there when all else is. */
export function sampleSteps(): Step[] {
  const provinces = provincePlans.map((plan) => ({ plan, ...provinceCases(plan, SEED) }));
  const nation = nationEntries(SEED);
  const complaints = complaintsPlans.map((plan) =>
    provinceComplaints(plan, provinces.find((one) => one.plan.territory === plan.territory)!.cases, SEED),
  );
  const lastDay = (plan: (typeof provincePlans)[number]): IsoDate =>
    plan.populations[0]!.years.at(-1)!.rows.at(-1)!.through;
  return [
    { register: 'Case', histories: provinces.flatMap(({ officers }) => officers) },
    {
      register: 'Case',
      histories: provinces.flatMap(({ cases, others }) => [...cases.map(({ events }) => events), ...others]),
    },
    { register: 'Case', histories: nation.cases },
    {
      register: 'Recovery',
      histories: provinces.flatMap(({ plan, cases }) => [
        ...obligationsOf(cases, SEED + plan.territory),
        ...assetsOf(cases, lastDay(plan), SEED + plan.territory),
      ]),
    },
    { register: 'Recovery', histories: nation.recovery },
    { register: 'Petition', histories: [...complaints.flatMap(({ petitions }) => petitions), ...nation.petitions] },
    { register: 'Reception', histories: complaints.flatMap(({ receptions }) => receptions) },
    {
      register: 'Inspection',
      histories: provinces.flatMap(({ plan, cases }) =>
        INSPECTED[plan.territory]!.flatMap((from) => provinceInspections(plan.territory, from, cases, SEED)),
      ),
    },
    { register: 'Case', histories: [nationTarget()] },
  ];
}

/** National target of the working year 2024. */
function nationTarget(): History {
  const subject = 'VN-00.CT-2024-VN';
  return [
    {
      id: eventId(subject, 0),
      subject,
      type: 'TARGET_ASSIGNED',
      occurredOn: '2023-12-20',
      decisionNumber: 'QD-CT-2024',
      scope: 'VN',
      workingYear: 2024,
      casesTarget: 83.25,
      moneyTarget: 46.45,
    },
  ];
}
