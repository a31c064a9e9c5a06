import { OVERLAY_BITS, type OverlayName } from '../statistics/overlays';
import { type FilterField, equalTo } from './conditions';

const SETS = Array.from({ length: 2 ** Object.keys(OVERLAY_BITS).length }, (_none, set) => set);

/** A special category: every set of categories that it is in, so that an index on the column can be used. */
export const inOverlay = (column: string): FilterField =>
  equalTo(column, { read: (name: OverlayName) => SETS.filter((set) => (set & OVERLAY_BITS[name]) !== 0) });
