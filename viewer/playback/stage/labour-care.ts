import { nobody, Place, Stage, type PlaybackState } from '../state.ts';

/** Who a woman in active labour has with her: a midwife of her own, one whom she shares, or none. */
export type Care = 'own' | 'shared' | 'alone';

/** Where the midwives of the labour ward take care of women; not in theatre nor on the way to another site. */
const wardPlaces = new Set<number>([Place.labourRoom, Place.reception, Place.antenatalBed]);

/** How the women in active labour are cared for at one instant, as far as the pairs of women and midwives tell. */
export class LabourCare {
  private readonly state: PlaybackState;
  /** Women of each ward midwife, whatever stage they are in. */
  private readonly womenOf = new Map<number, number>();
  private readonly active: number[] = [];

  constructor(state: PlaybackState) {
    this.state = state;
    const { wardMidwife, stage, place } = state;
    for (let woman = 0; woman < wardMidwife.length; woman++) {
      const midwife = wardMidwife[woman]!;
      if (midwife !== nobody) this.womenOf.set(midwife, (this.womenOf.get(midwife) ?? 0) + 1);
      if (stage[woman] === Stage.active && wardPlaces.has(place[woman]!)) this.active.push(woman);
    }
  }

  /** How a woman in active labour is cared for. */
  of(woman: number): Care {
    if (this.state.isAttended(woman)) return 'own';
    const women = this.womenOf.get(this.state.wardMidwife[woman]!);
    if (women === undefined) return 'alone';
    return women === 1 ? 'own' : 'shared';
  }

  /** Women in active labour at a site, by how they are cared for; `team` is how many have a midwife of their team. */
  at(siteIndex: number): Record<Care | 'team' | 'all', number> {
    const counts = { own: 0, shared: 0, alone: 0, team: 0, all: 0 };
    for (const woman of this.active) {
      if (this.state.site[woman] !== siteIndex) continue;
      counts.all++;
      counts[this.of(woman)]++;
      if (this.state.isAttended(woman)) counts.team++;
    }
    return counts;
  }
}
