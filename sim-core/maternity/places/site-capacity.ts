import { TimeWeighted, type Calendar, type CapacityChange, type Simulation, type Trace } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { ShiftTimes } from '../staff/shift-times.ts';
import { ShiftCode } from '../staff/unit.ts';
import { TraceState } from '../trace-states.ts';
import type { BirthSite } from './birth-site.ts';

/** Places that interventions open and close and that nobody has to staff. */
const unstaffedPlaces = ['receptionPlaces', 'antenatalBeds', 'recoveryPlaces', 'hotelBeds', 'neonatalCots'] as const;
type Countable = 'labourRooms' | 'postnatalBeds' | (typeof unstaffedPlaces)[number];
type PostsByShift = ModelInputs['data']['sites'][string]['obstetricians'];

const shiftsOfDay = [
  { code: ShiftCode.day, name: 'day' },
  { code: ShiftCode.evening, name: 'evening' },
  { code: ShiftCode.night, name: 'night' },
] as const;

/**
 * Keeps the capacities of a site up to date: rooms and beds as interventions change them, theatres and obstetricians
 * shift by shift, and labour rooms closed when too few midwives are on duty. A team midwife who has been called to a woman
 * in labour brings her own hands and keeps one room more open, up to the rooms there are. Who is inside when places close
 * stays.
 */
export class SiteCapacity {
  /** Labour rooms closed for lack of staff, over time. */
  readonly closedRooms: TimeWeighted;

  private readonly site: BirthSite;
  private readonly simulation: Simulation;
  private readonly trace: Trace;
  private readonly roomsPerMidwife: number;
  private plannedRooms: number;
  /** Rooms that the midwives on duty can keep open; no limit before the first of them has come. */
  private staffedRooms = Infinity;
  /** Called to women in labour here and not sent home yet. */
  private calledTeamMidwives = 0;
  private openNow = -1;

  constructor(
    inputs: ModelInputs,
    calendar: Calendar,
    shiftTimes: ShiftTimes,
    simulation: Simulation,
    trace: Trace,
    site: BirthSite,
  ) {
    this.site = site;
    this.simulation = simulation;
    this.trace = trace;
    this.closedRooms = new TimeWeighted(simulation.now);
    const data = inputs.data.sites[site.id]!;
    this.roomsPerMidwife = data.roomsPerMidwife;
    const [first, ...later] = capacityTimetable(inputs, calendar, site.id, 'labourRooms');
    this.plannedRooms = first!.capacity;
    this.openRooms();
    for (const { at, capacity } of later) {
      simulation.scheduleAt(at, () => {
        this.plannedRooms = capacity;
        this.openRooms();
      });
    }
    for (const { at, capacity } of capacityTimetable(inputs, calendar, site.id, 'postnatalBeds')) {
      simulation.scheduleAt(at, () => {
        site.postnatalBeds.setCapacity(capacity);
        trace.record(simulation.now, -1, TraceState.postnatalBedsOpen, site.index, capacity);
      });
    }
    for (const what of unstaffedPlaces) {
      const [atStart, ...changes] = capacityTimetable(inputs, calendar, site.id, what);
      site[what].setCapacity(atStart!.capacity);
      for (const { at, capacity } of changes) {
        simulation.scheduleAt(at, () => site[what].setCapacity(capacity));
      }
    }
    site.theatres.followTimetable(
      postsTimetable(data.theatreTeams, calendar, shiftTimes, (teams) => Math.min(teams, data.theatres)),
    );
    site.obstetricians.followTimetable(postsTimetable(data.obstetricians, calendar, shiftTimes, (posts) => posts));
  }

  /** The number of midwives on duty in the labour ward has changed. */
  midwivesChanged(midwives: number): void {
    this.staffedRooms = Math.floor(midwives * this.roomsPerMidwife);
    this.openRooms();
  }

  /** So many more team midwives have been called to women in labour here; negative for those who have been sent home. */
  teamMidwives(more: number): void {
    this.calledTeamMidwives += more;
    this.openRooms();
  }

  private openRooms(): void {
    const { site, simulation } = this;
    const open = Math.min(this.plannedRooms, this.staffedRooms + this.calledTeamMidwives);
    this.closedRooms.set(simulation.now, this.plannedRooms - open);
    if (open === this.openNow) return;
    this.openNow = open;
    site.labourRooms.setCapacity(open);
    this.trace.record(simulation.now, -1, TraceState.labourRoomsOpen, site.index, open);
  }
}

/** How many rooms or beds a site has open, day by day as interventions change it; one entry for each change. */
export function capacityTimetable(
  inputs: ModelInputs,
  calendar: Calendar,
  siteId: string,
  what: Countable,
): CapacityChange[] {
  const changes = inputs.interventions.flatMap((intervention) =>
    intervention.model === 'capacity' && intervention.site === siteId
      ? [
          {
            by: intervention[what] ?? 0,
            from: calendar.dayNumber(intervention.start),
            until: intervention.end === undefined ? Infinity : calendar.dayNumber(intervention.end) + 1,
          },
        ]
      : [],
  );
  const days = new Set([0, ...changes.flatMap(({ from, until }) => [from, until]).map((day) => Math.max(0, day))]);
  days.delete(Infinity);
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({
      at: calendar.midnight(day),
      capacity: changes.reduce(
        (capacity, { by, from, until }) => capacity + (from <= day && day < until ? by : 0),
        inputs.data.sites[siteId]![what],
      ),
    }));
}

/** Capacity shift by shift, endless, beginning with the night that is under way when the clock starts. */
function* postsTimetable(
  posts: PostsByShift,
  calendar: Calendar,
  shiftTimes: ShiftTimes,
  capacityOf: (posts: number) => number,
): Generator<CapacityChange> {
  for (let day = -1; ; day++) {
    const kind = calendar.isWorkingDay(day) ? 'weekday' : 'weekend';
    for (const { code, name } of shiftsOfDay) {
      yield { at: shiftTimes.start(code, day), capacity: capacityOf(posts[kind][name]) };
    }
  }
}
