import { siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { unitsOf } from '../../sim-core/maternity/staff/units.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { TracedRun, TraceRow } from './trace.ts';

const kinds = ['rooms', 'antenatalBeds', 'theatres', 'recovery', 'beds', 'hotel', 'cots'] as const;
type Kind = (typeof kinds)[number];

/** One kind of place at one site, and what happens to it at one instant. */
interface Stock {
  label: string;
  taken: number;
  open: number;
  /** The most that were open at this instant, and whether anybody came in. */
  mostOpen: number;
  entered: boolean;
}

/** Where each of these rows puts a woman. */
const entries: Partial<Record<TraceState, Kind>> = {
  [TraceState.antenatalBed]: 'antenatalBeds',
  [TraceState.theatre]: 'theatres',
  [TraceState.recovery]: 'recovery',
  [TraceState.postnatalBed]: 'beds',
  [TraceState.hotelBed]: 'hotel',
};

/** Rows with which she leaves the place she has, whether or not they give her another. */
const exits = new Set<TraceState>([TraceState.labourRoom, TraceState.diverted, TraceState.discharged]);

/**
 * Entries into places of which as many were taken as were open when all that happens at that instant has happened.
 * Cleaning takes a room too. Of theatres the open ones are those there are teams for at best. Reception places and the beds
 * of those admitted again are not in a trace.
 */
export function overfullPlaces(run: TracedRun): string[] {
  const places = new Places(run);
  for (const row of run.rows) places.apply(row);
  places.settle();
  return places.faults;
}

class Places {
  readonly faults: string[] = [];
  private readonly stocks: Record<Kind, Stock>[];
  private readonly of = new Map<number, Stock>();
  /** Women for whom a room is kept while they are on the way. */
  private readonly roomKept = new Set<number>();
  private touched: Stock[] = [];
  private time = -Infinity;

  constructor({ inputs }: TracedRun) {
    this.stocks = siteIds(inputs).map((id) => {
      const site = inputs.data.sites[id]!;
      const stock = (kind: Kind, open: number): Stock => ({
        label: `${kind} at ${id}`,
        taken: 0,
        open,
        mostOpen: open,
        entered: false,
      });
      return {
        rooms: stock('rooms', 0),
        antenatalBeds: stock('antenatalBeds', site.antenatalBeds),
        theatres: stock('theatres', site.theatres),
        recovery: stock('recovery', site.recoveryPlaces),
        beds: stock('beds', 0),
        hotel: stock('hotel', site.hotelBeds),
        cots: stock('cots', site.neonatalCots),
      };
    });
  }

  apply({ state, place, other, entity, time }: TraceRow): void {
    if (time > this.time) this.settle();
    this.time = time;
    const entered = entries[state];
    if (entered !== undefined || exits.has(state)) this.leave(entity);
    if (entered !== undefined) this.of.set(entity, this.enter(entered, place));
    switch (state) {
      case TraceState.labourRoomsOpen:
        return this.setOpen(this.stocks[place]!.rooms, other);
      case TraceState.postnatalBedsOpen:
        return this.setOpen(this.stocks[place]!.beds, other);
      case TraceState.diverted:
        this.enter('rooms', other);
        this.roomKept.add(entity);
        return;
      case TraceState.labourRoom:
        if (!this.roomKept.delete(entity)) this.enter('rooms', place);
        return;
      case TraceState.cleaningEnds:
        this.stocks[place]!.rooms.taken--;
        return;
      case TraceState.neonatalAdmission:
        this.enter('cots', place);
        return;
      case TraceState.neonatalDischarge:
        this.stocks[place]!.cots.taken--;
        return;
      default:
    }
  }

  /** The instant is over. */
  settle(): void {
    for (const stock of this.touched) {
      if (stock.entered && stock.taken > stock.mostOpen)
        this.faults.push(`${stock.taken} of ${stock.mostOpen} ${stock.label} at ${this.time}`);
      stock.entered = false;
      stock.mostOpen = stock.open;
    }
    this.touched = [];
  }

  private enter(kind: Kind, site: number): Stock {
    const stock = this.stocks[site]![kind];
    stock.taken++;
    stock.entered = true;
    this.touched.push(stock);
    return stock;
  }

  private leave(woman: number): void {
    const stock = this.of.get(woman);
    if (stock === undefined) return;
    stock.taken--;
    this.of.delete(woman);
  }

  private setOpen(stock: Stock, open: number): void {
    stock.open = open;
    stock.mostOpen = Math.max(stock.mostOpen, open);
    this.touched.push(stock);
  }
}

/** Women in the care of a labour-ward midwife who is not on duty there when all of an instant has happened. */
export function careByThoseOffDuty(run: TracedRun): string[] {
  const units = unitsOf(run.inputs);
  const faults: string[] = [];
  const onDuty = siteIds(run.inputs).map(() => new Set<number>());
  const carers = new Map<number, { midwife: number; site: number }>();
  let time = -Infinity;
  let isChanged = false;
  const settle = (): void => {
    if (!isChanged) return;
    for (const [woman, { midwife, site }] of carers) {
      if (!onDuty[site]!.has(midwife)) faults.push(`midwife ${midwife} has ${woman} off duty at ${time}`);
    }
    isChanged = false;
  };
  for (const row of run.rows) {
    if (row.time > time) settle();
    time = row.time;
    const { state, place, other, entity } = row;
    if (state === TraceState.shiftBegins || state === TraceState.shiftEnds) {
      const unit = units[place]!;
      if (unit.kind !== 'labourWard' || unit.profession !== 'midwife') continue;
      if (state === TraceState.shiftBegins) onDuty[unit.site]!.add(other);
      else onDuty[unit.site]!.delete(other);
      isChanged = true;
    } else if (state === TraceState.wardMidwife) {
      if (other === -1) carers.delete(entity);
      else carers.set(entity, { midwife: other, site: place });
      isChanged = true;
    }
  }
  settle();
  return faults;
}
