import type { Export } from './graph/contract';
import type { Graph } from './graph/graph';
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
  /** Errors: `PullFailure` (NOT_GENUINE) when the manifest in the file does not vouch for the export's files. */
  checkManifest(done: Export, file: string): Promise<void>;
  /** Of files, that came in. */
  bytes: number;
}
