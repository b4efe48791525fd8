import { gaveUp, type ProcessBody } from '../../kernel/index.ts';
import { ContactKind, Provider, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { BirthSite } from '../places/birth-site.ts';
import { TraceState } from '../trace-states.ts';
import type { LaterAdmission } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';
import { timeLeft, until } from './until.ts';

const minutesPerHour = 60;
const child = 0;
const mother = 1;

/**
 * The child in neonatal care, while its mother has her own stay: a cot here, or at the nearest site that has one; if none
 * has, it waits for the first cot here, cared for on the ward, and what is left of its stay is spent in the cot.
 */
export function* newbornCare(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation, observations, sites } = service;
  const here = sites[woman.birthSite]!;
  const endsAt = simulation.now + woman.fate.neonatalStay;
  const site = [here, ...here.diversion.map((route) => sites[route.site]!)].find(
    ({ neonatalCots }) => neonatalCots.free > 0 && neonatalCots.waiting === 0,
  );
  const place = site ?? here;
  const since = simulation.now;
  observations.neonatalAdmission(woman.fate.neonatalStay);
  const outcome = yield place.neonatalCots.seize(0, timeLeft(simulation, endsAt));
  observations.neonatalWait(simulation.now - since);
  if (outcome === gaveUp) return;
  service.record(woman, TraceState.neonatalAdmission, place.index);
  yield until(simulation, endsAt);
  place.neonatalCots.release();
  service.record(woman, TraceState.neonatalDischarge, place.index);
}

/** Plans the admissions after she has left: of the child in the first four weeks, and of herself. */
export function planReadmissions(service: MaternityService, woman: Woman, site: BirthSite): void {
  const { simulation } = service;
  const { fate, earlyDischarge } = woman;
  const { maternalReadmission } = fate;
  const newbornReadmission =
    earlyDischarge === undefined
      ? fate.newbornReadmission
      : service.earlyDischarges.newbornReadmission(woman, earlyDischarge);
  for (const [who, admission] of [
    [child, newbornReadmission],
    [mother, maternalReadmission],
  ] as const) {
    if (admission.stay === 0) continue;
    const at = Math.max(simulation.now, woman.bornAt + admission.after);
    simulation.scheduleAt(at, () => {
      simulation.start(`readmission of woman ${woman.number}`, readmission(service, woman, site, who, admission));
    });
  }
}

/** Mother and child are together in a postnatal bed; when none comes free in time another ward takes them in. */
function* readmission(
  service: MaternityService,
  woman: Woman,
  site: BirthSite,
  who: typeof child | typeof mother,
  admission: LaterAdmission,
): ProcessBody {
  const { simulation, observations } = service;
  const start = simulation.now;
  observations.readmission(who === child ? 'newborn' : 'maternal', admission.stay);
  service.record(woman, TraceState.readmitted, site.index, who);
  const patience = service.inputs.data.wardRules.readmissionPatience * minutesPerHour;
  const hasBed = (yield site.postnatalBeds.seize(0, patience)) !== gaveUp;
  yield simulation.delay(admission.stay);
  if (hasBed) site.postnatalBeds.release();
  service.record(woman, TraceState.readmissionEnds, site.index, who);
  const provider = who === child ? Provider.paediatrician : Provider.obstetrician;
  service.contact(woman, ContactKind.readmission, Setting.site, site.index, provider, start, simulation.now);
}
