import { Resource, type Calendar, type CapacityChange, type Simulation } from '../../kernel/index.ts';
import { LabourWard } from './labour-ward.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { inForce } from '../staff/shifts.ts';

/** A hospital site where women give birth: its rooms, beds, theatres and labour ward. */
export interface BirthSite {
  index: number;
  id: string;
  labourRooms: Resource;
  antenatalBeds: Resource;
  theatres: Resource;
  postnatalBeds: Resource;
  ward: LabourWard;
  /** Where a woman in labour can be moved to, nearest first. */
  diversion: { site: number; journey: number }[];
}

type Countable = 'labourRooms' | 'postnatalBeds';

/** The sites of a scenario, in the order in which the trace numbers them, with the rooms and beds of the first day. */
export function birthSites(inputs: ModelInputs, simulation: Simulation): BirthSite[] {
  const ids = siteIds(inputs);
  return ids.map((id, index) => {
    const site = inputs.data.sites[id]!;
    const resource = (what: string, capacity: number): Resource => new Resource(simulation, `${id} ${what}`, capacity);
    return {
      index,
      id,
      labourRooms: resource('labour rooms', site.labourRooms),
      antenatalBeds: resource('antenatal beds', site.antenatalBeds),
      theatres: resource('theatres', site.theatres),
      postnatalBeds: resource('postnatal beds', site.postnatalBeds),
      ward: new LabourWard(simulation.now, inputs.data.staff.midwifeNeed),
      diversion: site.diversion.map((route) => ({ site: ids.indexOf(route.site), journey: route.journey })),
    };
  });
}

/** How many rooms or beds a site has open, day by day as interventions change it; one entry for each change. */
export function capacityTimetable(
  inputs: ModelInputs,
  calendar: Calendar,
  siteId: string,
  what: Countable,
): CapacityChange[] {
  const days = new Set([0]);
  for (const intervention of inputs.interventions) {
    if (intervention.model !== 'capacity' || intervention.site !== siteId) continue;
    days.add(Math.max(0, calendar.dayNumber(intervention.start)));
    if (intervention.end !== undefined) days.add(Math.max(0, calendar.dayNumber(intervention.end) + 1));
  }
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({ at: calendar.midnight(day), capacity: capacityOn(inputs, calendar, siteId, what, day) }));
}

function capacityOn(inputs: ModelInputs, calendar: Calendar, siteId: string, what: Countable, day: number): number {
  let capacity = inputs.data.sites[siteId]![what];
  for (const intervention of inputs.interventions) {
    if (intervention.model === 'capacity' && intervention.site === siteId && inForce(calendar, intervention, day)) {
      capacity += intervention[what];
    }
  }
  return capacity;
}
