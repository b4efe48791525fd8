import { ln } from '../../kernel/elementary.ts';
import { category, cumulativeShares, lognormal, RandomStream, Resource, Simulation } from '../../kernel/index.ts';
import type { ValidationCase } from './case.ts';
import { simulatePatientFlow, type PatientFlow, type PatientFlowFigures } from './patient-flow.ts';
import { startArrivals, withoutLimit } from './poisson-arrivals.ts';

/** A figure of a published table with its 95 % half-width. */
type Published = readonly [value: number, halfWidth: number];

/** Rows of the published experiment. */
const flowExperiments: { flow: PatientFlow; figures: Record<keyof PatientFlowFigures, Published> }[] = [
  {
    flow: { arrivalRate: 0.3, observationBeds: 1, labourBeds: 7, postnatalBeds: 13 },
    figures: {
      labourOccupancy: [4.574609, 0.0122],
      postnatalOccupancy: [9.366214, 0.0219],
      blockedByLabour: [0.171228, 0.0021],
      hoursBlockedByLabour: [2.027109, 0.0092],
      blockedByPostnatal: [0.173639, 0.0029],
      hoursBlockedByPostnatal: [4.753973, 0.0541],
    },
  },
  {
    flow: { arrivalRate: 0.3, observationBeds: 4, labourBeds: 7, postnatalBeds: 13 },
    figures: {
      labourOccupancy: [4.52021, 0.0122],
      postnatalOccupancy: [9.372948, 0.0219],
      blockedByLabour: [0.2078, 0.0029],
      hoursBlockedByLabour: [3.725626, 0.0376],
      blockedByPostnatal: [0.190196, 0.0032],
      hoursBlockedByPostnatal: [5.631184, 0.0844],
    },
  },
  {
    flow: { arrivalRate: 0.5, observationBeds: 2, labourBeds: 10, postnatalBeds: 21 },
    figures: {
      labourOccupancy: [7.414398, 0.0148],
      postnatalOccupancy: [15.608482, 0.029],
      blockedByLabour: [0.248312, 0.0028],
      hoursBlockedByLabour: [1.963976, 0.0076],
      blockedByPostnatal: [0.120711, 0.0023],
      hoursBlockedByPostnatal: [3.378211, 0.0422],
    },
  },
  {
    flow: { arrivalRate: 0.5, observationBeds: 5, labourBeds: 10, postnatalBeds: 21 },
    figures: {
      labourOccupancy: [7.325573, 0.0136],
      postnatalOccupancy: [15.614424, 0.0273],
      blockedByLabour: [0.249655, 0.0026],
      hoursBlockedByLabour: [2.961405, 0.0217],
      blockedByPostnatal: [0.133653, 0.0026],
      hoursBlockedByPostnatal: [3.86361, 0.0541],
    },
  },
];

/** 24 h after a vaginal birth, 48 h after the 30 % that are caesarean. */
const meanPostnatalHours = 31.2;

const flowFigures: { key: keyof PatientFlowFigures; figure: string; unit: string }[] = [
  { key: 'labourOccupancy', figure: 'labour beds taken', unit: 'beds' },
  { key: 'postnatalOccupancy', figure: 'postnatal beds taken', unit: 'beds' },
  { key: 'blockedByLabour', figure: 'P(blocked by labour)', unit: 'probability' },
  { key: 'hoursBlockedByLabour', figure: 'wait of those blocked by labour', unit: 'h' },
  { key: 'blockedByPostnatal', figure: 'P(blocked by postnatal)', unit: 'probability' },
  { key: 'hoursBlockedByPostnatal', figure: 'wait of those blocked by postnatal', unit: 'h' },
];

/** The obstetric patient-flow model, whose published figures are themselves the means of 400 replications. */
const patientFlows: ValidationCase[] = flowExperiments.map(({ flow, figures }) => {
  const beds = [flow.observationBeds, flow.labourBeds, flow.postnatalBeds];
  // Every woman comes to the postnatal ward in the end, so the mean number there is known exactly (Little's law).
  const exactPostnatal = flow.arrivalRate * meanPostnatalHours;
  return {
    id: `flow-${beds.join('-')}`,
    title: `obstetric patient flow, ${flow.arrivalRate} women an hour, ${beds.join('/')} beds of observation, labour, postnatal`,
    source:
      'M. Isken, obflowsim-mm, experiment 1 (SimPy), with 400 replications; postnatal beds by Little’s law as well',
    references: [
      ...flowFigures.map(({ key, figure, unit }) => {
        const [value, halfWidth] = figures[key];
        return { figure, value, halfWidth, unit };
      }),
      { figure: 'postnatal beds taken, exact', value: exactPostnatal, unit: 'beds' },
    ],
    replications: 100,
    replicate(seed, replication) {
      const simulated = simulatePatientFlow(flow, seed, replication);
      return [...flowFigures.map(({ key }) => simulated[key]), simulated.postnatalOccupancy];
    },
  };
});

/** Acute stroke ward: days between arrivals, and days of stay by where patients go, lognormal with mean and deviation. */
const patientGroups = [
  {
    group: 'stroke',
    interval: 1.2,
    stays: [
      { share: 0.24, mean: 7.4, deviation: 8.61 },
      { share: 0.13, mean: 4.6, deviation: 4.8 },
      { share: 0.63, mean: 7, deviation: 8.7 },
    ],
  },
  { group: 'TIA', interval: 9.3, stays: [{ share: 1, mean: 1.8, deviation: 2.3 }] },
  { group: 'neurology', interval: 3.6, stays: [{ share: 1, mean: 4, deviation: 5 }] },
  { group: 'other', interval: 3.2, stays: [{ share: 1, mean: 3.8, deviation: 5.2 }] },
];

/** The share of patients that a ward of so many beds would delay, from the census of a ward without limit. */
const delays = [
  { beds: 9, share: 0.180649 },
  { beds: 10, share: 0.128273 },
  { beds: 12, share: 0.055608 },
  { beds: 14, share: 0.019213 },
];

/** Days, from empty; the clock counts days. */
const studyWarmUp = 365;
const studyEnd = 365 * 40;

const capacityStudy: ValidationCase = {
  id: 'capacity-study',
  title: 'acute stroke ward without limit: beds taken, and share delayed if it had fewer',
  source: 'Monks et al., BMC Health Services Research 16:530, 2016, solved exactly',
  references: [
    { figure: 'beds taken', value: 8.145493, unit: 'beds' },
    ...delays.map(({ beds, share }) => ({ figure: `p(delay) with ${beds} beds`, value: share, unit: 'probability' })),
  ],
  replications: 80,
  replicate(seed, replication) {
    const simulation = new Simulation();
    const ward = new Resource(simulation, 'ward', withoutLimit);
    for (const { group, interval, stays } of patientGroups) {
      const arrivals = new RandomStream(seed, replication, `capacity-study/arrivals/${group}`);
      const stream = new RandomStream(seed, replication, `capacity-study/stays/${group}`);
      const destinations = cumulativeShares(stays.map(({ share }) => share));
      const draws = stays.map(({ mean, deviation }) => lognormalBy(mean, deviation));
      startArrivals(simulation, arrivals, 1 / interval, function* () {
        const draw = draws[category(stream.next(), destinations)]!;
        ward.tryTake();
        yield simulation.delay(draw(stream.next()));
        ward.release();
      });
    }
    simulation.run(studyWarmUp);
    ward.resetStatistics();
    simulation.run(studyEnd);
    const above = (level: number): number => ward.usage.shareAbove(studyEnd, level);
    const delayed = (beds: number): number => (above(beds - 1) - above(beds)) / (1 - above(beds));
    return [ward.usage.mean(studyEnd), ...delays.map(({ beds }) => delayed(beds))];
  },
};

/** A lognormal law by its mean and standard deviation, as a function of one uniform number. */
function lognormalBy(mean: number, deviation: number): (u: number) => number {
  const spread = 1 + (deviation / mean) * (deviation / mean);
  const median = mean / Math.sqrt(spread);
  const sigma = Math.sqrt(ln(spread));
  return (u) => lognormal(u, median, sigma);
}

export const publishedCases: ValidationCase[] = [...patientFlows, capacityStudy];
