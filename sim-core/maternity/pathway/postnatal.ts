import { gaveUp, type ProcessBody } from '../../kernel/index.ts';
import { ContactKind, Provider, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { BirthSite } from '../places/birth-site.ts';
import { BirthMode, TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import { timeLeft, until } from './until.ts';

const minutesPerHour = 60;

/**
 * Waits for a postnatal bed, keeping the place she has; if none comes free before she may go home, she goes without.
 * Sets when she will leave: at her time of day in the discharge window, on the first day on which she is ready.
 */
export function* postnatalBed(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  const { simulation, calendar, observations } = service;
  const { fate, bornAt } = woman;
  const ready = Math.max(bornAt + fate.stay, simulation.now);
  const today = calendar.timeAt(calendar.dayOf(ready), fate.dischargeClock);
  woman.leavesAt = today >= ready ? today : calendar.timeAt(calendar.dayOf(ready) + 1, fate.dischargeClock);
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

/**
 * A child that is old enough has been examined on the ward before it leaves; one that leaves earlier comes back for it.
 * A child in neonatal care is examined there.
 */
function examineChild(service: MaternityService, woman: Woman, site: BirthSite): void {
  const { simulation, calendar } = service;
  if (woman.fate.neonatalStay > 0) return;
  const { duration, earliestAge, latestAge } = service.inputs.data.wardRules.paediatricExamination;
  const earliest = woman.bornAt + earliestAge * minutesPerHour;
  const { opens, closes } = site.examinationHours;
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
  const onTheDayOf = (time: number): number => {
    const day = calendar.dayOf(time);
    return Math.max(time, calendar.timeAt(day, opens));
  };
  const onWard = onTheDayOf(earliest);
  if (onWard + duration <= simulation.now && onWard + duration <= calendar.timeAt(calendar.dayOf(onWard), closes)) {
    examine(onWard);
    return;
  }
  if (simulation.now - duration >= earliest) {
    examine(simulation.now - duration);
    return;
  }
  const latest = woman.bornAt + latestAge * minutesPerHour - duration;
  let day = calendar.dayOf(earliest);
  let visit = onTheDayOf(earliest);
  if (visit + duration > calendar.timeAt(day, closes)) visit = calendar.timeAt(++day, opens);
  simulation.scheduleAt(Math.max(simulation.now, Math.min(visit, latest)), () => examine(simulation.now));
}
