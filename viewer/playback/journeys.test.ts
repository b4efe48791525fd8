import { expect, test } from 'vitest';
import { Trace } from '../../sim-core/kernel/trace.ts';
import { ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { Journey, journeysOf } from './journeys.ts';

test('the first row in hospital is an arrival from home, and the way home is one at discharge', async () => {
  expect(
    await marks([TraceState.antenatalBed, TraceState.labourRoom, TraceState.postnatalBed, TraceState.discharged]),
  ).toEqual([Journey.in, Journey.none, Journey.none, Journey.home]);
});

test('a woman who is given a room elsewhere before she has come sets out from home', async () => {
  expect(await marks([TraceState.diverted, TraceState.triage])).toEqual([Journey.inElsewhere, Journey.none]);
  expect(await marks([TraceState.triage, TraceState.diverted])).toEqual([Journey.in, Journey.between]);
});

test('visits at home are shown, other contacts are not', async () => {
  const kinds = ['antenatalConsultation', 'midwifeHomeVisit', 'extraHomeVisit', 'healthNurseHomeVisit'] as const;
  expect(await marks(kinds.map((kind) => TraceState.contact + ContactKind[kind]))).toEqual([
    Journey.none,
    Journey.midwifeVisit,
    Journey.midwifeVisit,
    Journey.healthNurseVisit,
  ]);
});

async function marks(states: number[]): Promise<number[]> {
  const trace = new Trace(true);
  states.forEach((state, row) => trace.record(row, 0, state, 0, 1));
  return [...(await journeysOf(trace.rows(), 1))];
}
