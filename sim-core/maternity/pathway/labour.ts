import { gaveUp, Signal, type ProcessBody, type Resource } from '../../kernel/index.ts';
import { ContactKind, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { BirthSite } from '../places/birth-site.ts';
import { BirthMode, TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import { caesareanInLabour } from './caesarean.ts';
import { newbornCare } from './newborn.ts';
import { postnatalBed } from './postnatal.ts';
import { timeLeft, until } from './until.ts';

const minutesPerHour = 60;
/** Those who have waited long without another site to go to come before those who have just arrived. */
const afterLongWait = -1;

/** She comes from home in labour: a place in the reception, an assessment there, and then a labour room. */
export function* arriveInLabour(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation } = service;
  const { fate } = woman;
  const site = service.sites[woman.site]!;
  const birthAt = simulation.now + fate.latentInRoom + fate.activeFirstStage + fate.secondStage;
  beginLabour(service, woman);
  service.record(woman, TraceState.triage, woman.site);
  const hasPlace = (yield site.receptionPlaces.seize(0, timeLeft(simulation, birthAt))) !== gaveUp;
  if (hasPlace) yield* assessment(service, woman, site, birthAt);
  yield* fromBeginningToBirth(service, woman, birthAt, false, hasPlace ? site.receptionPlaces : undefined);
}

/** Labour is under way in hospital, after an induction: in a labour room already, or in another place that she keeps meanwhile. */
export function* goIntoLabour(
  service: MaternityService,
  woman: Woman,
  hasRoom: boolean,
  place: Resource | undefined,
): ProcessBody {
  const { simulation } = service;
  const { fate } = woman;
  const birthAt = simulation.now + fate.latentInRoom + fate.activeFirstStage + fate.secondStage;
  beginLabour(service, woman);
  yield* fromBeginningToBirth(service, woman, birthAt, hasRoom, place);
}

/** The stages of labour come when they come, wherever she is. */
function beginLabour(service: MaternityService, woman: Woman): void {
  const { simulation } = service;
  const { fate } = woman;
  const activeAt = simulation.now + fate.latentInRoom;
  woman.inLabour = true;
  service.enterPhase(woman, 'latent');
  service.callOuts.call(woman);
  simulation.scheduleAt(activeAt, () => {
    service.enterPhase(woman, 'activeFirstStage');
    service.record(woman, TraceState.activeLabour, woman.site);
  });
  // A caesarean in labour is decided when the first stage has been given its time; there is no second stage then.
  if (fate.mode === BirthMode.acuteCaesarean) return;
  simulation.scheduleAt(activeAt + fate.activeFirstStage, () => service.enterPhase(woman, 'secondStage'));
}

/** A midwife of the reception sees her; she stays until that is over, unless the child comes first. */
function* assessment(service: MaternityService, woman: Woman, site: BirthSite, birthAt: number): ProcessBody {
  const { simulation, observations } = service;
  const since = simulation.now;
  const begun = new Signal(simulation, 'assessment');
  let assessedAt = NaN;
  const ticket = site.reception.serve(woman.fate.assessment, (midwife, start, end) => {
    service.contact(woman, ContactKind.arrivalAssessment, Setting.site, site.index, midwife, start, end);
    assessedAt = end;
    observations.receptionWait(start - since);
    begun.fire();
  });
  if (Number.isNaN(assessedAt) && (yield begun.wait(timeLeft(simulation, birthAt))) === gaveUp) {
    site.reception.withdraw(ticket);
    return;
  }
  yield until(simulation, Math.min(assessedAt, birthAt));
}

/** Gets a room if she has none, gives birth when her time has come, and goes on to the postnatal ward. */
function* fromBeginningToBirth(
  service: MaternityService,
  woman: Woman,
  birthAt: number,
  alreadyHasRoom: boolean,
  place: Resource | undefined,
): ProcessBody {
  const { simulation, observations } = service;
  const { fate } = woman;
  let hasRoom = alreadyHasRoom;
  if (!hasRoom) {
    const since = simulation.now;
    hasRoom = yield* labourRoom(service, woman, birthAt, place);
    observations.roomWait(woman, simulation.now - since);
  }
  if (hasRoom) service.doulas.come(woman);
  yield until(simulation, birthAt);
  const site = service.sites[woman.site]!;
  const keptPlace = hasRoom ? undefined : place;
  if (fate.mode === BirthMode.acuteCaesarean) {
    yield* caesareanInLabour(service, woman, site, hasRoom, keptPlace);
    return;
  }
  if (fate.mode === BirthMode.instrumental) yield* obstetrician(service, site);
  giveBirth(service, woman);
  if (!hasRoom) observations.bornWithoutRoom();
  service.enterPhase(woman, 'recovery');
  yield simulation.delay(fate.recovery);
  service.enterPhase(woman, 'none');
  yield* postnatalBed(service, woman, site);
  if (hasRoom) leaveLabourRoom(service, woman, site);
  keptPlace?.release();
}

/** An instrumental birth waits for an obstetrician, who is taken up by it for some time. */
function* obstetrician(service: MaternityService, site: BirthSite): ProcessBody {
  yield site.obstetricians.seize();
  site.obstetricians.handOver();
  service.simulation.schedule(service.inputs.data.wardRules.obstetricianAtBirth, () => site.obstetricians.release());
}

/**
 * Gets her a labour room, here or elsewhere; tells whether she has one before `birthAt`. When she has waited for the
 * longest time the other sites are asked for a room, and asked again at intervals.
 *
 * @param place what she occupies meanwhile and gives up for the room
 */
export function* labourRoom(
  service: MaternityService,
  woman: Woman,
  birthAt: number,
  place?: Resource,
): ProcessBody<boolean> {
  const { simulation } = service;
  const { clinical, wardRules } = service.inputs.data;
  let patience = clinical.diversionAfter;
  let priority = 0;
  for (;;) {
    const site = service.sites[woman.site]!;
    const outcome = yield site.labourRooms.seize(priority, Math.min(patience, timeLeft(simulation, birthAt)));
    if (outcome !== gaveUp) break;
    if (simulation.now >= birthAt) return false;
    if (yield* moveToSiteWithRoom(service, woman, site, birthAt, place)) {
      service.record(woman, TraceState.labourRoom, woman.site);
      return true;
    }
    priority = afterLongWait;
    patience = wardRules.diversionRetry;
  }
  place?.release();
  service.record(woman, TraceState.labourRoom, woman.site);
  return true;
}

/** Moves her to the nearest site that has a room, which is kept for her, if she can get there before the birth. */
function* moveToSiteWithRoom(
  service: MaternityService,
  woman: Woman,
  site: BirthSite,
  birthAt: number,
  place: Resource | undefined,
): ProcessBody<boolean> {
  const { simulation, sites, observations } = service;
  for (const route of site.diversion) {
    if (simulation.now + route.journey >= birthAt || !sites[route.site]!.labourRooms.tryTake()) continue;
    observations.diversion(site.index, route.site);
    service.record(woman, TraceState.diverted, site.index, route.site);
    place?.release();
    service.moveTo(woman, -1);
    yield simulation.delay(route.journey);
    service.moveTo(woman, route.site);
    service.record(woman, TraceState.triage, route.site);
    return true;
  }
  return false;
}

/** The child is born where she is. */
export function giveBirth(service: MaternityService, woman: Woman): void {
  const { simulation } = service;
  const { attending, team } = woman;
  const ward = service.sites[woman.site]!.ward;
  woman.bornAt = simulation.now;
  woman.birthSite = woman.site;
  woman.inLabour = false;
  woman.bornWith =
    woman.midwifePresent && attending !== undefined && team !== undefined
      ? team.people[attending.midwife]!.number
      : ward.midwifeOf(woman);
  ward.birth(woman);
  service.observations.birth(woman, simulation.now, service.isFromDistrict(woman));
  service.record(woman, TraceState.birth, woman.site, woman.fate.mode);
  service.gaveBirth(woman);
  service.doulas.birth(woman);
  if (woman.fate.neonatalStay > 0) simulation.start(`child of woman ${woman.number}`, newbornCare(service, woman));
  if (attending === undefined || team === undefined) return;
  simulation.schedule(team.parameters.attendanceAfterBirth * minutesPerHour, () => {
    if (woman.attending === attending) service.callOuts.sendHome(woman);
  });
}

/** A room is cleaned before the next woman can have it. */
export function leaveLabourRoom(service: MaternityService, woman: Woman, site: BirthSite): void {
  const { simulation } = service;
  service.record(woman, TraceState.cleaningBegins, site.index);
  site.labourRooms.handOver();
  simulation.schedule(service.inputs.data.clinical.labour.cleaning * minutesPerHour, () => {
    site.labourRooms.release();
    service.record(woman, TraceState.cleaningEnds, site.index);
  });
}
