import type { ProvinceOf } from './changes/province-of';
import type { Graph } from './graph/graph';
import type { ManifestKeys } from './graph/manifest';
import type { Patience } from './graph/retries';
import type { Progress } from './progress';
import type { Target } from './targets/target';

/** What the parts of a run share. */
export interface Run {
  readonly graph: Graph;
  readonly target: Target;
  readonly progress: Progress;
  readonly patience: Patience;
  readonly interrupted: AbortSignal;
  /** With which manifests are signed. */
  readonly manifestKeys: ManifestKeys;
  /** Asked of the graph once. */
  readonly provinceOf: () => Promise<ProvinceOf>;
  /** Of files, that came in. */
  bytes: number;
}
