import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useAddress } from '../address/use-address';
import type { RankingQuery } from '../graph/operations';
import { useGraph } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { ARCHIPELAGOS, TILES } from './tiles';
import { tonesOf } from './tone';
import './map.css';

export type RankedProvince = RankingQuery['provinces'][number];

const GeographicMap = lazy(() => import('./geographic-map'));

/** The provinces by completion rate: the ministry's own map where there is one, else a scheme of tiles. Each leads to its province. */
export function ProvinceMap({ provinces }: { readonly provinces: readonly RankedProvince[] }): ReactNode {
  const [measure, setMeasure] = useState<'cases' | 'money'>('cases');
  const { config } = useGraph();
  const { words, numbers, nameOf } = useLanguage();
  const { to } = useAddress();
  const rates = new Map(
    provinces.map(({ id, caseStatistics }) => [id, caseStatistics?.completionRate[measure] ?? null]),
  );
  const toneOf = tonesOf(rates);
  const areas = provinces.map((province) => {
    const rate = rates.get(province.id) ?? null;
    return {
      id: province.id,
      name: nameOf(province),
      rate: rate === null ? words.none : numbers.percent(rate),
      tone: toneOf(province.id),
      href: to({ view: 'province', id: province.id }),
    };
  });
  return (
    <>
      <div className="choices" role="group" aria-label={words.panels.map}>
        {(['cases', 'money'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={measure === one} onClick={() => setMeasure(one)}>
            {one === 'cases' ? words.map.byCases : words.map.byMoney}
          </button>
        ))}
      </div>
      {config.map === null ? (
        <Tiles areas={areas} />
      ) : (
        <Suspense fallback={<div className="geographic" />}>
          <GeographicMap source={`./${config.map}`} areas={areas} />
        </Suspense>
      )}
      <p className="map-legend">
        {words.map.less}
        {[1, 2, 3, 4, 5].map((tone) => (
          <span key={tone} className={`swatch tone-${tone}`} />
        ))}
        {words.map.more}
        <span className="swatch tone-0" /> {words.map.unknown}
      </p>
      {config.map === null && <p className="panel-note">{words.map.schematic}</p>}
    </>
  );
}

export interface Area {
  readonly id: string;
  readonly name: string;
  readonly rate: string;
  readonly tone: number;
  readonly href: string;
}

function Tiles({ areas }: { readonly areas: readonly Area[] }): ReactNode {
  const { words } = useLanguage();
  return (
    <ul className="tiles">
      {areas.map(({ id, name, rate, tone, href }) => {
        const [column, row] = TILES[id] ?? [1, 1];
        return (
          <li key={id} style={{ gridColumn: column, gridRow: row }}>
            <a className={`tile tone-${tone}`} href={href} data-tile={id} title={`${name}: ${rate}`}>
              <span className="tile-name">{name}</span>
              <span className="tile-rate">{rate}</span>
            </a>
          </li>
        );
      })}
      {ARCHIPELAGOS.map(({ name, of, tile: [column, row] }) => {
        const province = areas.find(({ id }) => id === of);
        if (!province) return null;
        return (
          <li key={name} style={{ gridColumn: column, gridRow: row }}>
            <a className={`tile archipelago tone-${province.tone}`} href={province.href} data-tile={name}>
              <span className="tile-name">{words.map[name]}</span>
              <span className="tile-belongs">{words.map.belongs(province.name)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
