import type { Selection } from 'd3';
import { number } from '../../language/format.ts';
import { nobody } from '../state.ts';
import { write } from '../write.ts';
import { siteSize } from './map-places.ts';
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
type BarKind = (typeof barKinds)[number];

const barWidth = 8;
const inset = 3.5;
const barHeight = siteSize.height - 2 * inset;
const left = -siteSize.width / 2 + inset;
const step = (siteSize.width - 2 * inset - barWidth) / 2;

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

/** The bars of a site and the number of those who wait. Only what has changed is written: the bars follow a clock that runs. */
export class SiteBars {
  private readonly bars: Selection<SVGRectElement, unknown, null, undefined>[];
  private readonly queue: Selection<SVGGElement, unknown, null, undefined>;
  private readonly words: SVGTextElement;
  private readonly drawn: Partial<Record<BarKind | 'queue', number>> = {};

  constructor(group: Selection<SVGGElement, unknown, null, undefined>) {
    this.bars = barKinds.map((kind, index) => {
      const bar = group
        .append('g')
        .attr('class', `site-bar site-bar-${kind}`)
        .attr('transform', `translate(${left + index * step},${inset - siteSize.height / 2})`);
      bar.append('rect').attr('class', 'bar-ground').attr('width', barWidth).attr('height', barHeight);
      return bar.append('rect').attr('class', 'bar-value').attr('width', barWidth);
    });
    this.queue = group
      .append('g')
      .attr('class', 'site-queue')
      .attr('transform', `translate(${siteSize.width / 2},${-siteSize.height / 2})`);
    this.queue.append('circle').attr('r', 9);
    this.words = this.queue.append('text').attr('text-anchor', 'middle').attr('y', 4).attr('font-size', 12).node()!;
  }

  show(use: SiteUse): void {
    barKinds.forEach((kind, index) => {
      if (this.drawn[kind] === use[kind]) return;
      this.drawn[kind] = use[kind];
      this.bars[index]!.attr('y', barHeight * (1 - use[kind])).attr('height', barHeight * use[kind]);
    });
    if (this.drawn.queue === use.queue) return;
    this.drawn.queue = use.queue;
    this.queue.attr('display', use.queue > 0 ? null : 'none');
    write(this.words, number(use.queue));
  }
}
