import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import { Provinces } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { compareIn } from '../language/numbers';
import { useLanguage } from '../language/use-language';

interface PlacePickerProps {
  readonly province: string | null;
  readonly office: string | null;
  readonly offices: readonly { readonly id: string; readonly name: string; readonly nameVi: string }[];
}

export function PlacePicker({ province, office, offices }: PlacePickerProps): ReactNode {
  const { address, go } = useAddress();
  const { language, words, nameOf } = useLanguage();
  // A province of the other boundaries stays chosen when those are switched, and is then not among these.
  const boundaries = province?.startsWith('VN63') ? 'VN63' : province ? 'VN34' : address.boundaries;
  const { answer } = useAnswer(Provinces, { boundaries });
  const provinces = (answer?.data?.provinces ?? []).toSorted((a, b) => compareIn(language, nameOf(a), nameOf(b)));
  return (
    <div className="picker">
      <label>
        {words.province}
        <select
          value={province ?? ''}
          onChange={({ target }) => go({ view: 'province', id: target.value === '' ? null : target.value })}
        >
          <option value="">{words.chooseProvince}</option>
          {provinces.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      {offices.length > 0 && (
        <label>
          {words.office}
          <select
            value={office ?? ''}
            onChange={({ target }) =>
              go(target.value === '' ? { view: 'province', id: province } : { view: 'office', id: target.value })
            }
          >
            <option value="">{words.allOfProvince}</option>
            {offices.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
