import { gaveUp, type ProcessBody } from '../../kernel/index.ts';
import { ContactKind, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { BirthSite } from '../places/birth-site.ts';
import { BirthMode, TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import { plannedCaesarean } from './caesarean.ts';
import { arriveInLabour, goIntoLabour, labourRoom } from './labour.ts';
import { postnatalStay } from './postnatal.ts';
import { latestBeginning, timeLeft } from './until.ts';

/** A woman's way from the beginning of labour (or its induction, or a planned caesarean) until she leaves hospital. */
export function* birthPathway(service: MaternityService, woman: Woman): ProcessBody {
  const { fate } = woman;
  const site = service.sites[fate.intendedSite];
  service.contacts.labourBegins(woman);
  if (site === undefined) {
    yield* birthElsewhere(service, woman);
    return;
  }
  woman.site = site.index;
  if (fate.mode === BirthMode.plannedCaesarean) yield* plannedCaesarean(service, woman, site);
  else if (fate.onset === 'induced') yield* induction(service, woman, site);
  else yield* arriveInLabour(service, woman);
  yield* postnatalStay(service, woman);
}

function* birthElsewhere(service: MaternityService, woman: Woman): ProcessBody {
  const { simulation } = service;
  const { fate } = woman;
  yield simulation.delay(
    fate.ripening + fate.latentInRoom + fate.activeFirstStage + fate.secondStage + fate.theatre / 2,
  );
  woman.bornAt = simulation.now;
  service.observations.birthElsewhere(woman);
  service.gaveBirth(woman);
  service.record(woman, TraceState.birthElsewhere, woman.origin);
  yield simulation.delay(fate.stay);
  service.leftHospital(woman, -1);
}

/**
 * Induction: ripening in an antenatal bed, in the labour room itself, or at home. Who is to have a bed or a room waits at
 * home until one is free; ripening begins when she has it. From an antenatal bed she goes to a labour room when labour is
 * under way, and keeps the bed until there is one. If nothing comes free before the longest pregnancy would be over, labour
 * begins by itself.
 */
function* induction(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  const { simulation } = service;
  const { fate } = woman;
  const latest = latestBeginning(service, woman);
  if (fate.ripeningPlace === 'labourRoom') {
    const since = simulation.now;
    const hasRoom = yield* labourRoom(service, woman, latest);
    if (!hasRoom) {
      yield* arriveInLabour(service, woman);
      return;
    }
    service.observations.roomWait(woman, simulation.now - since);
    const here = service.sites[woman.site]!;
    inductionCare(service, woman, here);
    yield simulation.delay(fate.ripening);
    yield* goIntoLabour(service, woman, hasRoom, undefined);
    return;
  }
  if (fate.ripeningPlace === 'home') {
    inductionCare(service, woman, site);
    woman.site = -1;
    yield simulation.delay(fate.ripening);
    woman.site = site.index;
    yield* arriveInLabour(service, woman);
    return;
  }
  if ((yield site.antenatalBeds.seize(0, timeLeft(simulation, latest))) === gaveUp) {
    yield* arriveInLabour(service, woman);
    return;
  }
  service.record(woman, TraceState.antenatalBed, site.index);
  inductionCare(service, woman, site);
  yield simulation.delay(fate.ripening);
  yield* goIntoLabour(service, woman, false, site.antenatalBeds);
}

/** A midwife of the antenatal ward starts the induction. */
function inductionCare(service: MaternityService, woman: Woman, site: BirthSite): void {
  site.antenatalDesk.serve(service.inputs.data.wardRules.inductionStart, (midwife, start, end) =>
    service.contact(woman, ContactKind.inductionCare, Setting.site, site.index, midwife, start, end),
  );
}
