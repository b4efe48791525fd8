import { ln } from '../../kernel/elementary.ts';
import { exponential, RandomStream, Resource, Simulation, Tally } from '../../kernel/index.ts';
import { startArrivals } from './poisson-arrivals.ts';

/** A set-up of the obstetric patient-flow model. */
export interface PatientFlow {
  /** Women an hour. */
  arrivalRate: number;
  observationBeds: number;
  labourBeds: number;
  postnatalBeds: number;
}

export interface PatientFlowFigures {
  /** Mean number of beds taken, the time in which a woman waits in hers for the next unit included. */
  labourOccupancy: number;
  postnatalOccupancy: number;
  /** Share of the women who entered a unit after waiting for it, and how many hours those waited on average. */
  blockedByLabour: number;
  hoursBlockedByLabour: number;
  blockedByPostnatal: number;
  hoursBlockedByPostnatal: number;
}

const caesareanShare = 0.3;
const meanHours = { observation: 1, labour: 15, caesarean: 2, postnatal: 24, postnatalAfterCaesarean: 48 };
const labourPhases = 2;
const postnatalPhases = 8;
const warmUpHours = 2400;
const endHour = 9600;

/**
 * One replication of M. Isken's obstetric patient-flow model (obflowsim-mm): observation → labour → (caesarean) →
 * postnatal, each with its beds, where a woman who is done keeps her bed until the next unit has one. Hours she waited in
 * observation for a labour bed are taken off her stay there.
 */
export function simulatePatientFlow(flow: PatientFlow, seed: string, replication: number): PatientFlowFigures {
  const simulation = new Simulation();
  const observation = new Resource(simulation, 'observation', flow.observationBeds);
  const labour = new Resource(simulation, 'labour', flow.labourBeds);
  const postnatal = new Resource(simulation, 'postnatal', flow.postnatalBeds);
  const purpose = `patient-flow/${flow.arrivalRate}/${flow.observationBeds}`;
  const arrivals = new RandomStream(seed, replication, `${purpose}/arrivals`);
  const stays = new RandomStream(seed, replication, `${purpose}/stays`);
  const labourWaits = new Tally();
  const postnatalWaits = new Tally();
  let labourEntries = 0;
  let postnatalEntries = 0;

  startArrivals(simulation, arrivals, flow.arrivalRate, function* () {
    const isCaesarean = stays.next() < caesareanShare;
    yield observation.seize();
    yield simulation.delay(exponential(stays.next(), meanHours.observation));

    const labourSince = simulation.now;
    yield labour.seize();
    observation.release();
    const labourWait = simulation.now - labourSince;
    labourEntries++;
    if (labourWait > 0) labourWaits.add(labourWait);
    yield simulation.delay(Math.max(0, erlang(stays, labourPhases, meanHours.labour) - labourWait));

    if (isCaesarean) {
      labour.release();
      yield simulation.delay(exponential(stays.next(), meanHours.caesarean));
    }
    const postnatalSince = simulation.now;
    yield postnatal.seize();
    if (!isCaesarean) labour.release();
    const postnatalWait = simulation.now - postnatalSince;
    postnatalEntries++;
    if (postnatalWait > 0) postnatalWaits.add(postnatalWait);
    const mean = isCaesarean ? meanHours.postnatalAfterCaesarean : meanHours.postnatal;
    yield simulation.delay(erlang(stays, postnatalPhases, mean));
    postnatal.release();
  });

  simulation.run(warmUpHours);
  labour.resetStatistics();
  postnatal.resetStatistics();
  labourWaits.reset();
  postnatalWaits.reset();
  labourEntries = 0;
  postnatalEntries = 0;
  simulation.run(endHour);
  return {
    labourOccupancy: labour.usage.mean(endHour),
    postnatalOccupancy: postnatal.usage.mean(endHour),
    blockedByLabour: labourWaits.count / labourEntries,
    hoursBlockedByLabour: labourWaits.mean,
    blockedByPostnatal: postnatalWaits.count / postnatalEntries,
    hoursBlockedByPostnatal: postnatalWaits.mean,
  };
}

/** Erlang's law: the sum of exponential phases, by one logarithm. */
function erlang(stream: RandomStream, phases: number, mean: number): number {
  let product = 1;
  for (let phase = 0; phase < phases; phase++) product *= stream.next();
  return (-mean / phases) * ln(product);
}
