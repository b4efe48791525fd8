import { select } from 'd3';
import { number } from '../../language/format.ts';
import { nobody } from '../state.ts';
import { siteSize } from './map-labels.ts';
import type { Picture } from './picture.ts';
import { wardPicture } from './wards.ts';

/** How much of a site is in use, each as a share from 0 to 1, and how many women wait there. */
interface SiteUse {
  rooms: number;
  beds: number;
  midwives: number;
  queue: number;
}

/** What the bars of a site show, in their order. */
export const barKinds = ['rooms', 'beds', 'midwives'] as const;

const barWidth = 8;
const inset = 3.5;

/** How much of a site is in use at an instant. */
export function siteUse(picture: Picture, site: number): SiteUse {
  const { recording, state, activity } = picture;
  const labour = wardPicture('labour', site, picture);
  const postnatal = wardPicture('postnatal', site, picture);
  let busy = 0;
  for (const { onShiftIn, women } of activity.people) {
    if ((recording.layout.labourWardOfUnit[onShiftIn] ?? nobody) === site && women.length > 0) busy++;
  }
  const share = (taken: number, open: number) => (open > 0 ? Math.min(1, taken / open) : 0);
  return {
    rooms: share(labour.taken, labour.open),
    beds: share(postnatal.taken, postnatal.open),
    midwives: share(busy, state.onDuty[site]!),
    queue: labour.queue + postnatal.queue,
  };
}

/** Draws the bars of a site, and the number of those who wait if anybody does. */
export function drawSiteBars(group: SVGGElement, use: SiteUse): void {
  const height = siteSize.height - 2 * inset;
  const left = -siteSize.width / 2 + inset;
  const step = (siteSize.width - 2 * inset - barWidth) / 2;
  const bars = select(group)
    .selectAll('.site-bar')
    .data(barKinds)
    .join((enter) => {
      const bar = enter.append('g').attr('class', (kind) => `site-bar site-bar-${kind}`);
      bar.append('rect').attr('class', 'bar-ground');
      bar.append('rect').attr('class', 'bar-value');
      return bar;
    });
  bars.attr('transform', (_, index) => `translate(${left + index * step},${-siteSize.height / 2 + inset})`);
  bars.select('.bar-ground').attr('width', barWidth).attr('height', height);
  bars
    .select('.bar-value')
    .attr('width', barWidth)
    .attr('y', (kind) => height * (1 - use[kind]))
    .attr('height', (kind) => height * use[kind]);
  const badge = select(group)
    .selectAll<SVGTextElement, number>('.site-queue')
    .data(use.queue > 0 ? [use.queue] : [])
    .join((enter) => {
      const queue = enter.append('g').attr('class', 'site-queue');
      queue.attr('transform', `translate(${siteSize.width / 2},${-siteSize.height / 2})`);
      queue.append('circle').attr('r', 9);
      queue.append('text').attr('text-anchor', 'middle').attr('y', 4).attr('font-size', 12);
      return queue;
    });
  badge.select('text').text((queue) => number(queue));
}
