import { gaveUp, type ProcessBody, type Resource } from '../../kernel/index.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { BirthSite } from '../places/birth-site.ts';
import { TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import { giveBirth, leaveLabourRoom } from './labour.ts';
import { postnatalBed } from './postnatal.ts';
import { latestBeginning, timeLeft, until } from './until.ts';

/** A caesarean in labour comes before every planned one. */
const acute = 0;
const planned = 1;

/**
 * Waits for a theatre with its team until the day's list closes; then she goes home and comes back on the next working
 * day at the hour at which it opens. Once the longest pregnancy would be over it is put off no more, but comes as soon
 * as one in labour.
 */
export function* plannedCaesarean(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  const { simulation, calendar, observations } = service;
  service.callOuts.call(woman);
  const since = simulation.now;
  const latest = latestBeginning(service, woman);
  for (;;) {
    if (simulation.now >= latest) {
      yield site.theatres.seize(acute);
      break;
    }
    const day = calendar.dayOf(simulation.now);
    const closes = calendar.timeAt(day, site.theatreHours.closes);
    if ((yield site.theatres.seize(planned, timeLeft(simulation, closes))) !== gaveUp) break;
    service.record(woman, TraceState.caesareanPutOff, site.index);
    observations.caesareanPutOff();
    const next = calendar.timeAt(calendar.nextWorkingDay(day + 1), site.theatreHours.opens);
    yield until(simulation, next);
  }
  observations.theatreWait(simulation.now - since, true);
  yield* operation(service, woman, site);
}

/** She keeps her labour room, or another place, until the theatre is free for her. */
export function* caesareanInLabour(
  service: MaternityService,
  woman: Woman,
  site: BirthSite,
  hasRoom: boolean,
  place: Resource | undefined,
): ProcessBody {
  const { simulation, observations } = service;
  const since = simulation.now;
  yield site.theatres.seize(acute);
  observations.theatreWait(simulation.now - since, false);
  if (hasRoom) leaveLabourRoom(service, woman, site);
  place?.release();
  service.enterPhase(woman, 'none');
  yield* operation(service, woman, site);
}

/** Theatre, with the child born halfway through, then recovery beside it; she stays in theatre until a place there is free. */
function* operation(service: MaternityService, woman: Woman, site: BirthSite): ProcessBody {
  const { simulation } = service;
  const { fate } = woman;
  service.record(woman, TraceState.theatre, site.index);
  yield simulation.delay(fate.theatre / 2);
  giveBirth(service, woman);
  yield simulation.delay(fate.theatre / 2);
  yield site.recoveryPlaces.seize();
  site.theatres.release();
  service.record(woman, TraceState.recovery, site.index);
  yield simulation.delay(fate.recovery);
  yield* postnatalBed(service, woman, site);
  site.recoveryPlaces.release();
}
