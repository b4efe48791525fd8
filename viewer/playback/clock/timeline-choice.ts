import { dailySeries, type DailySeries } from '../../../sim-core/maternity/patterns/patterns.ts';
import type { Figures } from '../../run/session.ts';
import type { Recording } from '../recording.ts';
import { dailyCourse, seriesBySite, type DailyCourse } from './daily.ts';
import type { Shown } from './navigator.ts';
import type { DrawnSide } from './timeline-drawing.ts';

/** Which figures the timeline shows. */
export interface TimelineChoice {
  series: DailySeries;
  /** Index of a site; undefined: all of them. */
  site: number | undefined;
}

/** What the timeline shows of one plan, with the course that its table is made of. */
export interface SideFigures extends DrawnSide {
  course: DailyCourse | undefined;
}

/** Series that are shares of 1. */
export const shares: ReadonlySet<DailySeries> = new Set(['oneToOne']);

/** The figures that are chosen, of each plan that is shown. */
export function figuresOf(shown: Shown, figures: Figures, { series, site }: TimelineChoice): SideFigures[] {
  return shown.map(([side, recording]) => {
    const siteId = seriesBySite.has(series) && site !== undefined ? recording.layout.sites[site]?.id : undefined;
    const key = siteId === undefined ? series : `${series}.${siteId}`;
    const course = dailyCourse(figures[side].patterns, key);
    const { breach, diversion } = recording.index.happenings;
    return {
      side,
      course,
      values: course?.values ?? [],
      band: course?.band,
      detail: detailOf(recording, series, siteId === undefined ? undefined : site),
      marks: { breach: breach.times, diversion: diversion.times },
    };
  });
}

/** Labour rooms are known from instant to instant. */
function detailOf({ index }: Recording, series: DailySeries, site: number | undefined): DrawnSide['detail'] {
  if (series !== 'labourRooms') return undefined;
  const course = site === undefined ? index.labourRooms : index.labourRoomsOf[site];
  return course && (({ from, to }) => course.steps(from, to));
}

/** All that can be chosen. */
export const choices: readonly DailySeries[] = dailySeries;
