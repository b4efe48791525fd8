import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';

type Capacity = Extract<ModelInputs['interventions'][number], { model: 'capacity' }>;

/** A kind of place of which an intervention can open or close some. */
export type PlaceKind = keyof Omit<Capacity, 'model' | 'start' | 'end' | 'site'>;

/** Places of a kind that are open at a site on a date (yyyy-mm-dd): those of the site with what is opened and closed then. */
export function placesOpen({ data, interventions }: ModelInputs, site: string, kind: PlaceKind, date: string): number {
  const open = interventions.reduce((sum, intervention) => {
    if (intervention.model !== 'capacity' || intervention.site !== site) return sum;
    const { start, end } = intervention;
    return start <= date && (end === undefined || date <= end) ? sum + (intervention[kind] ?? 0) : sum;
  }, data.sites[site]![kind]);
  return Math.max(0, open);
}

/** The most places of a kind that are open at a site at any time of the horizon. */
export function mostPlacesOpen(inputs: ModelInputs, site: string, kind: PlaceKind): number {
  const { start, end } = inputs.horizon;
  // The number grows on first days, and on the day after a last day; the last day itself tells what was open before.
  const openings = inputs.interventions.flatMap((intervention) =>
    intervention.model === 'capacity' && intervention.site === site
      ? [intervention.start, ...(intervention.end === undefined ? [] : [dayAfter(intervention.end)])]
      : [],
  );
  const dates = [start, ...openings.filter((date) => start <= date && date <= end)];
  return Math.max(...dates.map((date) => placesOpen(inputs, site, kind, date)));
}

function dayAfter(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
