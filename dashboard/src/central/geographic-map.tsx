import { useQuery } from '@tanstack/react-query';
import { geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import type { Area } from './map';

const WIDTH = 520;
const HEIGHT = 720;

interface GeographicMapProps {
  readonly source: string;
  readonly areas: readonly Area[];
}

/** The map that the operator has put beside the page. Each feature's property `id` names its province; others, such as the sea, are only drawn. */
export default function GeographicMap({ source, areas }: GeographicMapProps): ReactNode {
  const { words } = useLanguage();
  const { data, isError } = useQuery({
    queryKey: [source],
    queryFn: async () => (await (await fetch(source)).json()) as FeatureCollection<Geometry, { readonly id?: string }>,
    staleTime: Infinity,
  });
  if (isError) return <p className="panel-fault">{words.states.failed}</p>;
  if (!data) return <div className="geographic" />;
  const path = geoPath(geoMercator().fitSize([WIDTH, HEIGHT], data));
  return (
    <svg className="geographic" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={words.panels.map}>
      {data.features.map((feature, index) => {
        const area = areas.find(({ id }) => id === feature.properties?.id);
        const shape = path(feature) ?? '';
        if (!area) return <path key={index} className="geographic-other" d={shape} />;
        return (
          <a key={index} href={area.href} aria-label={`${area.name}: ${area.rate}`} data-tile={area.id}>
            <path className={`tone-${area.tone}`} d={shape}>
              <title>{`${area.name}: ${area.rate}`}</title>
            </path>
          </a>
        );
      })}
    </svg>
  );
}
