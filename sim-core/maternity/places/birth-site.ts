import { clockMinutes, Resource, type Calendar, type Simulation } from '../../kernel/index.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { Desk } from './desk.ts';
import { LabourWard, type CareEvents } from './labour-ward.ts';
import { PostnatalWard } from './postnatal-ward.ts';

/** Hours of the day, in minutes after midnight. */
export interface ClockWindow {
  opens: number;
  closes: number;
}

/** A hospital site where women give birth: its places, and who takes care of the women in them. */
export interface BirthSite {
  index: number;
  id: string;
  receptionPlaces: Resource;
  antenatalBeds: Resource;
  labourRooms: Resource;
  /** As many as there are both theatres and teams on duty. */
  theatres: Resource;
  obstetricians: Resource;
  recoveryPlaces: Resource;
  postnatalBeds: Resource;
  hotelBeds: Resource;
  neonatalCots: Resource;
  /** Midwives of the reception, and of the antenatal ward, as they are asked for. */
  reception: Desk;
  antenatalDesk: Desk;
  ward: LabourWard;
  postnatalWard: PostnatalWard;
  theatreHours: ClockWindow;
  examinationHours: ClockWindow;
  /** Where a woman in labour can be moved to, nearest first, with the journey in minutes. */
  diversion: { site: number; journey: number }[];
}

/** The resources of a site, for what is done to all of them. */
export function resourcesOf(site: BirthSite): Resource[] {
  return [
    site.receptionPlaces,
    site.antenatalBeds,
    site.labourRooms,
    site.theatres,
    site.obstetricians,
    site.recoveryPlaces,
    site.postnatalBeds,
    site.hotelBeds,
    site.neonatalCots,
  ];
}

/**
 * The sites of a scenario, in the order in which the trace numbers them, with the rooms and beds of the first day and
 * nobody on duty.
 */
export function birthSites(
  inputs: ModelInputs,
  simulation: Simulation,
  calendar: Calendar,
  careEvents: (site: number) => { labour: CareEvents; postnatal: CareEvents },
): BirthSite[] {
  const ids = siteIds(inputs);
  const { paediatricExamination } = inputs.data.wardRules;
  return ids.map((id, index) => {
    const site = inputs.data.sites[id]!;
    const resource = (what: string, capacity: number): Resource => new Resource(simulation, `${id} ${what}`, capacity);
    const events = careEvents(index);
    return {
      index,
      id,
      receptionPlaces: resource('reception places', site.receptionPlaces),
      antenatalBeds: resource('antenatal beds', site.antenatalBeds),
      labourRooms: resource('labour rooms', site.labourRooms),
      theatres: resource('theatres', site.theatres),
      obstetricians: resource('obstetricians', 0),
      recoveryPlaces: resource('recovery places', site.recoveryPlaces),
      postnatalBeds: resource('postnatal beds', site.postnatalBeds),
      hotelBeds: resource('hotel beds', site.hotelBeds),
      neonatalCots: resource('neonatal cots', site.neonatalCots),
      reception: new Desk(simulation, `${id} reception`),
      antenatalDesk: new Desk(simulation, `${id} antenatal ward`),
      ward: new LabourWard(simulation, inputs.data.labourWardCare, events.labour, calendar),
      postnatalWard: new PostnatalWard(simulation, events.postnatal, calendar),
      theatreHours: clockWindow(site.theatreHours),
      examinationHours: clockWindow(paediatricExamination),
      diversion: site.diversion.map((route) => ({ site: ids.indexOf(route.site), journey: route.journey })),
    };
  });
}

function clockWindow({ opens, closes }: { opens: string; closes: string }): ClockWindow {
  return { opens: clockMinutes(opens), closes: clockMinutes(closes) };
}
