import { simulatePatientFlow, type PatientFlow } from '../sim-core/experiment/validation/patient-flow.ts';
import { fastestInTurn, table } from './measure.ts';

const setUps: PatientFlow[] = [
  { arrivalRate: 0.3, observationBeds: 1, labourBeds: 7, postnatalBeds: 13 },
  { arrivalRate: 0.3, observationBeds: 4, labourBeds: 7, postnatalBeds: 13 },
  { arrivalRate: 0.5, observationBeds: 2, labourBeds: 10, postnatalBeds: 21 },
  { arrivalRate: 0.5, observationBeds: 5, labourBeds: 10, postnatalBeds: 21 },
];
const replications = 10;
const turns = 12;

/** Time of one replication of the published obstetric patient-flow model as text: means of some at a time, after warm-up. */
export function benchPatientFlow(): string {
  const timed = fastestInTurn(
    setUps.map((flow) => () => {
      for (let replication = 0; replication < replications; replication++) {
        simulatePatientFlow(flow, 'bench', replication);
      }
    }),
    turns,
  );
  return table([
    ['obstetric patient flow, 9,600 h', 'beds', 'ms a replication'],
    ...setUps.map((flow, index) => [
      `${flow.arrivalRate} women an hour`,
      [flow.observationBeds, flow.labourBeds, flow.postnatalBeds].join('/'),
      ((timed[index]!.seconds * 1000) / replications).toFixed(1),
    ]),
  ]);
}
