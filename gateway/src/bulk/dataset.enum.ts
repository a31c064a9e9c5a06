import { documentedEnum } from '@thads/shared';

/** By register: the datasets that its subgraph has. */
export const DATASETS = {
  cases: {
    CASES: 'Enforcement cases (việc thi hành án).',
  },
  complaints: {},
  inspections: {},
  recovery: {},
} as const satisfies Record<string, Record<string, string>>;

const values = Object.assign({}, ...Object.values(DATASETS)) as Record<string, string>;

export const Dataset = documentedEnum(
  'Dataset',
  'What can be taken as a whole: the rows of a register, or its statistics (tập dữ liệu).',
  values,
);
export type Dataset = string;

/** The register that a dataset is of. Throws for one that is none. */
export function registerOfDataset(dataset: Dataset): string {
  const found = Object.entries(DATASETS).find(([, datasets]) => dataset in datasets);
  if (!found) throw new Error(`no register has the dataset ${dataset}`);
  return found[0];
}
