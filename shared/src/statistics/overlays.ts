/**
 * Special categories of cases that overlap each other (một số loại án đặc thù): a filter, never a partition, and their
 * figures are never added up. Values are bits.
 */
export const OVERLAY_BITS = {
  CREDIT_INSTITUTION: 1,
  CORRUPTION_ECONOMIC: 2,
  STATE_BUDGET: 4,
  CONVICTS: 8,
} as const;

export type OverlayName = keyof typeof OVERLAY_BITS;

const NAMES = Object.keys(OVERLAY_BITS) as OverlayName[];

export function overlayBits(names: readonly OverlayName[] | null | undefined): number {
  return (names ?? []).reduce((bits, name) => bits | OVERLAY_BITS[name], 0);
}

export function overlayNames(bits: number): OverlayName[] {
  return NAMES.filter((name) => (bits & OVERLAY_BITS[name]) !== 0);
}
