import { gaveUp, type ProcessBody } from '../../kernel/index.ts';
import { ContactKind, Provider, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { BirthSite } from '../places/birth-site.ts';
import { BirthMode, TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import { examinationTime, firstExamination } from './paediatric-examination.ts';
import { timeLeft, until } from './until.ts';

const minutesPerHour = 60;

/**
 * Waits for a postnatal bed, keeping the place she has; if none comes free before she may go home, she goes without.
 * Sets when she will leave: at her time of day in the discharge window, on the first day on which she is ready, or earlier
 * if she is offered and wants it.
 */
export function* postnatalBed(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  const { simulation, calendar, observations } = service;
  const { fate, bornAt } = woman;
  const ready = Math.max(bornAt + fate.stay, simulation.now);
  const today = calendar.timeAt(calendar.dayOf(ready), fate.dischargeClock);
  woman.leavesAt = today >= ready ? today : calendar.timeAt(calendar.dayOf(ready) + 1, fate.dischargeClock);
  service.earlyDischarges.offer(woman);
  const since = simulation.now;
  if (site.postnatalBeds.free === 0) service.record(woman, TraceState.waitingForPostnatalBed, site.index);
  const outcome = yield site.postnatalBeds.seize(0, timeLeft(simulation, woman.leavesAt));
  observations.bedWait(simulation.now - since);
  woman.hasPostnatalBed = outcome !== gaveUp;
  if (!woman.hasPostnatalBed) return;
  service.record(woman, TraceState.postnatalBed, site.index);
  site.postnatalWard.admit(woman);
}

/** On the ward, and in the postnatal hotel if she is healthy and it has a room, until she leaves. */
export function* postnatalStay(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation } = service;
  const site = service.sites[woman.site]!;
  let inHotel = false;
  const hotelAt = woman.bornAt + service.inputs.data.wardRules.hotelAfter * minutesPerHour;
  if (woman.hasPostnatalBed && mayUseHotel(woman, site) && hotelAt < woman.leavesAt) {
    yield until(simulation, hotelAt);
    inHotel = (yield site.hotelBeds.seize(0, timeLeft(simulation, woman.leavesAt))) !== gaveUp;
    if (inHotel) {
      leavePostnatalBed(woman, site);
      service.record(woman, TraceState.hotelBed, site.index);
    }
  }
  yield until(simulation, woman.leavesAt);
  if (inHotel) site.hotelBeds.release();
  else if (woman.hasPostnatalBed) leavePostnatalBed(woman, site);
  examineChild(service, woman, site);
  woman.site = -1;
  service.observations.discharge(woman, simulation.now, service.isFromDistrict(woman));
  if (woman.earlyDischarge !== undefined) service.observations.earlyDischarge();
  service.record(woman, TraceState.discharged, site.index);
  service.leftHospital(woman, site.index);
}

function mayUseHotel({ fate }: Woman, site: BirthSite): boolean {
  return (
    site.hotelBeds.capacity > 0 &&
    fate.neonatalStay === 0 &&
    (fate.mode === BirthMode.spontaneous || fate.mode === BirthMode.instrumental)
  );
}

function leavePostnatalBed(woman: Woman, site: BirthSite): void {
  site.postnatalWard.discharge(woman);
  site.postnatalBeds.release();
  woman.hasPostnatalBed = false;
}

/** The child is examined on the ward, or comes back for it; one in neonatal care is examined there. */
function examineChild(service: MaternityService, woman: Woman, site: BirthSite): void {
  const { simulation, calendar } = service;
  const { fate, bornAt, earlyDischarge } = woman;
  if (fate.neonatalStay > 0) return;
  const { duration, earliestAge, latestAge } = service.inputs.data.wardRules.paediatricExamination;
  const period = {
    earliest: bornAt + earliestAge * minutesPerHour,
    latest: bornAt + (earlyDischarge?.examinationWithin ?? latestAge * minutesPerHour),
    duration,
  };
  const examine = (start: number): void =>
    service.contact(
      woman,
      ContactKind.paediatricExamination,
      Setting.site,
      site.index,
      Provider.paediatrician,
      start,
      start + duration,
    );
  const planned = examinationTime(calendar, site.examinationHours, period, bornAt, simulation.now);
  if (planned <= simulation.now) {
    examine(planned);
    return;
  }
  const journey = service.journey(woman);
  // If somebody visits them at home just then, they come when that is over, as far as there is time.
  const comeBack = (): void => {
    const { now } = simulation;
    const busyUntil = service.contacts.busyUntil(woman, now - journey, now + duration + journey);
    if (busyUntil === -Infinity) {
      examine(now);
      return;
    }
    const later = firstExamination(calendar, site.examinationHours, duration, busyUntil + journey);
    if (later > now && later + duration <= period.latest) simulation.scheduleAt(later, comeBack);
    else examine(now);
  };
  simulation.scheduleAt(planned, comeBack);
}
