import { registerEnumType } from 'type-graphql';
import type { TrendGrainName } from '../calendar/trend';
import type { DeadlineStatusName } from '../register/deadlines';
import { OVERLAY_BITS } from '../statistics/overlays';

/** A GraphQL enum from its documentation: what stands in the schema and what stands here cannot differ. */
export function documentedEnum<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): { readonly [K in T]: K } {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as { readonly [K in T]: K };
  registerEnumType(object, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
    ) as never,
  });
  return object;
}

export const Boundaries = documentedEnum('Boundaries', 'Administrative boundaries (địa giới hành chính).', {
  VN34: 'The 34 provinces and cities since 1 July 2025 (34 tỉnh, thành phố).',
  VN63: 'The 63 provinces and cities until 30 June 2025 (63 tỉnh, thành phố).',
});
export type Boundaries = keyof typeof Boundaries;

export const CaseOverlay = documentedEnum(
  'CaseOverlay',
  'A special category of cases (loại án đặc thù). Categories overlap: filter by one, never add them up.',
  {
    CREDIT_INSTITUTION: 'Cases of credit institutions and banks (án tín dụng, ngân hàng).',
    CORRUPTION_ECONOMIC: 'Criminal cases on corruption and economic crime (án tham nhũng, kinh tế).',
    STATE_BUDGET: 'Amounts owed to the state budget (khoản thu nộp ngân sách nhà nước).',
    CONVICTS: 'Civil part of criminal judgments against convicts serving a sentence (phần dân sự của phạm nhân).',
  } satisfies Record<keyof typeof OVERLAY_BITS, string>,
);
export type CaseOverlay = keyof typeof CaseOverlay;

export const TrendGrain = documentedEnum('TrendGrain', 'Length of a step of a trend (bước thời gian).', {
  MONTH: 'Calendar months (tháng).',
  QUARTER: 'Quarters, the first from October to December (quý).',
  YEAR: 'Working years, from 1 October (năm công tác).',
} satisfies Record<TrendGrainName, string>);
export type TrendGrain = keyof typeof TrendGrain;

export const DeadlineStatus = documentedEnum('DeadlineStatus', 'How a legal time stands (tình trạng thời hạn).', {
  DUE: 'Runs; there is time left (chưa đến hạn).',
  OVERDUE: 'Has passed without its being done (quá hạn).',
  MET: 'Done in time (đã thực hiện đúng hạn).',
  MET_LATE: 'Done, but late (đã thực hiện quá hạn).',
  LAPSED: 'Ended without having to be done, or was set anew (không còn áp dụng).',
} satisfies Record<DeadlineStatusName, string>);

export const EventStatus = documentedEnum('EventStatus', 'What became of a submitted event (kết quả tiếp nhận).', {
  ACCEPTED: 'It is in the register and in the statistics (đã ghi nhận).',
  DUPLICATE: 'The same event was accepted before; nothing was written again (trùng).',
  REFUSED: 'A rule refused it; nothing was written (từ chối).',
});
