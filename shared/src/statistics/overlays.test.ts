import fc from 'fast-check';
import { OVERLAY_BITS, type OverlayName, overlayBits, overlayNames } from './overlays';

const NAMES = Object.keys(OVERLAY_BITS) as OverlayName[];

describe('overlays', () => {
  test('are bits of their own', () => {
    expect(Object.values(OVERLAY_BITS)).toEqual([1, 2, 4, 8]);
  });

  test('of a case come back as the same set, whatever the order and however often one is named', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES)), (names) => {
        expect(overlayNames(overlayBits(names))).toEqual(NAMES.filter((name) => names.includes(name)));
      }),
    );
  });

  test.each([[null], [undefined], [[]]])('%j are none', (names) => {
    expect(overlayBits(names)).toBe(0);
    expect(overlayNames(0)).toEqual([]);
  });
});
