import { gaveUp, type ProcessBody } from '../../kernel/index.ts';
import type { BirthSite } from '../places/birth-site.ts';
import type { MaternityService } from '../maternity-service.ts';
import { BirthMode, TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';

const minutesPerHour = 60;
/** Those who have waited long without another site to go to come before those who have just arrived. */
const afterLongWait = -1;

/** A woman's way from the beginning of labour (or its induction, or a planned caesarean) until she is home and visited. */
export function* birthPathway(service: MaternityService, woman: Woman): ProcessBody {
  const { fate } = woman;
  const site = service.sites[fate.intendedSite];
  if (site === undefined) {
    yield* birthElsewhere(service, woman);
    return;
  }
  woman.site = site.index;
  if (fate.mode === BirthMode.plannedCaesarean) {
    service.callTeam(woman);
    yield* caesarean(service, woman, site, false);
  } else {
    if (fate.onset === 'induced') yield* ripening(service, woman, site);
    yield* labour(service, woman);
  }
  yield* postnatalStay(service, woman);
  visitAtHome(service, woman);
}

function* birthElsewhere(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation, observations } = service;
  const { fate } = woman;
  yield simulation.delay(fate.ripening + fate.latentInRoom + fate.activeFirstStage + fate.secondStage);
  woman.bornAt = simulation.now;
  service.bookPregnancy(woman);
  if (observations.counting) observations.birthsElsewhere++;
  service.record(woman, TraceState.birthElsewhere, woman.origin);
  yield simulation.delay(fate.stay);
  if (observations.counting && service.isFromDistrict(woman)) observations.districtDischarges++;
  visitAtHome(service, woman);
}

/** Induction: an antenatal bed until labour is under way. Without a free bed she waits at home. */
function* ripening(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  yield site.antenatalBeds.seize();
  service.record(woman, TraceState.antenatalBed, site.index);
  yield service.simulation.delay(woman.fate.ripening);
  site.antenatalBeds.release();
}

/**
 * Labour goes on whether there is a room or not: she arrives, waits in triage for a room, is moved to another site if
 * that has one and she has waited long, and gives birth where she is when her time has come.
 */
function* labour(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation, observations } = service;
  const { fate } = woman;
  const arrivedAt = simulation.now;
  const activeAt = arrivedAt + fate.latentInRoom;
  // A caesarean in labour is decided when the first stage has been given its time; there is no second stage then.
  const birthAt = activeAt + fate.activeFirstStage + fate.secondStage;
  woman.inLabour = true;
  service.enterPhase(woman, 'latent');
  service.record(woman, TraceState.triage, woman.site);
  service.callTeam(woman);
  scheduleStages(service, woman, activeAt);
  const hasRoom = yield* labourRoom(service, woman, birthAt);
  observations.roomWait(simulation.now - arrivedAt);
  const site = service.sites[woman.site]!;
  yield simulation.delay(birthAt - simulation.now);
  if (fate.mode === BirthMode.acuteCaesarean) {
    yield* caesarean(service, woman, site, hasRoom);
    return;
  }
  giveBirth(service, woman);
  if (!hasRoom && observations.counting) observations.bornWithoutRoom++;
  service.enterPhase(woman, 'recovery');
  yield simulation.delay(fate.recovery);
  service.enterPhase(woman, 'none');
  yield* postnatalBed(service, woman, site);
  if (hasRoom) leaveLabourRoom(service, woman, site);
}

/** The stages of labour come when they come, wherever she is. */
function scheduleStages(service: MaternityService, woman: Woman, activeAt: number): void {
  const { simulation } = service;
  const { fate } = woman;
  simulation.scheduleAt(activeAt, () => {
    service.enterPhase(woman, 'activeFirstStage');
    service.record(woman, TraceState.activeLabour, woman.site);
  });
  if (fate.mode !== BirthMode.acuteCaesarean) {
    simulation.scheduleAt(activeAt + fate.activeFirstStage, () => service.enterPhase(woman, 'secondStage'));
  }
}

/** Gets her a labour room, here or elsewhere; tells whether she has one before the birth. */
function* labourRoom(service: MaternityService, woman: Woman, birthAt: number): ProcessBody<boolean> {
  const { simulation, sites } = service;
  const site = sites[woman.site]!;
  const { diversionAfter } = service.inputs.data.clinical;
  let outcome = yield site.labourRooms.seize(0, Math.min(diversionAfter, birthAt - simulation.now));
  if (outcome === gaveUp) {
    const moved = yield* moveToSiteWithRoom(service, woman, site, birthAt);
    if (!moved) outcome = yield site.labourRooms.seize(afterLongWait, birthAt - simulation.now);
    else outcome = 0;
  }
  if (outcome === gaveUp) return false;
  service.record(woman, TraceState.labourRoom, woman.site);
  return true;
}

/** Moves her to the nearest site that has a room, which is kept for her, if she can get there before the birth. */
function* moveToSiteWithRoom(
  service: MaternityService,
  woman: Woman,
  site: BirthSite,
  birthAt: number,
): ProcessBody<boolean> {
  const { simulation, sites, observations } = service;
  for (const route of site.diversion) {
    if (simulation.now + route.journey >= birthAt || !sites[route.site]!.labourRooms.tryTake()) continue;
    if (observations.counting) observations.diversions++;
    service.record(woman, TraceState.diverted, site.index, route.site);
    service.moveTo(woman, -1);
    yield simulation.delay(route.journey);
    service.moveTo(woman, route.site);
    service.record(woman, TraceState.triage, route.site);
    return true;
  }
  return false;
}

/** Theatre, with the child born halfway through, and recovery beside it. */
function* caesarean(service: MaternityService, woman: Woman, site: BirthSite, leavesLabourRoom: boolean): ProcessBody {
  const { simulation } = service;
  const { fate } = woman;
  yield site.theatres.seize();
  if (leavesLabourRoom) leaveLabourRoom(service, woman, site);
  service.enterPhase(woman, 'none');
  service.record(woman, TraceState.theatre, site.index);
  yield simulation.delay(fate.theatre / 2);
  giveBirth(service, woman);
  yield simulation.delay(fate.theatre / 2);
  site.theatres.release();
  yield simulation.delay(fate.recovery);
  yield* postnatalBed(service, woman, site);
}

function giveBirth(service: MaternityService, woman: Woman): void {
  const { simulation } = service;
  woman.bornAt = simulation.now;
  woman.inLabour = false;
  service.observations.birth(woman, simulation.now, service.isFromDistrict(woman));
  service.record(woman, TraceState.birth, woman.site, woman.fate.mode);
  service.bookPregnancy(woman);
  const { attending, team } = woman;
  if (attending === undefined || team === undefined) return;
  simulation.schedule(team.parameters.attendanceAfterBirth * minutesPerHour, () => {
    if (woman.attending === attending) service.sendMidwifeHome(woman);
  });
}

/** A room is cleaned before the next woman can have it. */
function leaveLabourRoom(service: MaternityService, woman: Woman, site: BirthSite): void {
  const { simulation } = service;
  service.record(woman, TraceState.cleaningBegins, site.index);
  site.labourRooms.handOver();
  simulation.schedule(service.inputs.data.clinical.labour.cleaning * minutesPerHour, () => {
    site.labourRooms.release();
    service.record(woman, TraceState.cleaningEnds, site.index);
  });
}

/**
 * Waits for a postnatal bed, keeping the place she has; if none comes free before she may go home, she goes without.
 * Sets when she will leave: at her time of day in the discharge window, on the first day on which she is ready.
 */
function* postnatalBed(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  const { simulation, calendar, observations } = service;
  const { fate, bornAt } = woman;
  const ready = Math.max(bornAt + fate.stay, simulation.now);
  const today = calendar.timeAt(calendar.dayOf(ready), fate.dischargeClock);
  woman.leavesAt = today >= ready ? today : calendar.timeAt(calendar.dayOf(ready) + 1, fate.dischargeClock);
  const since = simulation.now;
  if (site.postnatalBeds.free === 0) service.record(woman, TraceState.waitingForPostnatalBed, site.index);
  const outcome = yield site.postnatalBeds.seize(0, woman.leavesAt - simulation.now);
  observations.bedWait(simulation.now - since);
  woman.hasPostnatalBed = outcome !== gaveUp;
  if (woman.hasPostnatalBed) service.record(woman, TraceState.postnatalBed, site.index);
}

function* postnatalStay(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation } = service;
  const site = service.sites[woman.site]!;
  yield simulation.delay(woman.leavesAt - simulation.now);
  if (woman.hasPostnatalBed) site.postnatalBeds.release();
  woman.site = -1;
  service.observations.discharge(woman, simulation.now, service.isFromDistrict(woman));
  service.record(woman, TraceState.discharged, site.index);
}

/** The midwife's visit in the first days at home, by the district or by her team. */
function visitAtHome(service: MaternityService, woman: Woman): void {
  const { simulation, calendar } = service;
  const { homeVisit } = service.inputs.data.programme;
  const { fate, team } = woman;
  const share = team?.parameters.homeVisitShare ?? homeVisit.share;
  if (!service.isFromDistrict(woman) || fate.homeVisitDraw >= share) return;
  const day = calendar.dayOf(simulation.now) + fate.homeVisitAfterDays;
  simulation.scheduleAt(calendar.timeAt(day, fate.homeVisitClock), () => service.bookHomeVisit(woman));
}
