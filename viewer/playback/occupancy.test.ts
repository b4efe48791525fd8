import { expect, test } from 'vitest';
import { Calendar } from '../../sim-core/kernel/calendar.ts';
import { Trace } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { indexPlayback } from './occupancy.ts';
import { testLayout } from '../../test/support/playback-layout.ts';

const layout = testLayout([{ id: 'north', rooms: 3, beds: 3 }]);

test('a day holds the mean, lowest and highest number of women in labour rooms', () => {
  const log = new Trace(true);
  log.record(1400, 0, TraceState.labourRoom, 0, -1);
  log.record(1440 + 720, 1, TraceState.labourRoom, 0, -1);
  for (const woman of [0, 1]) {
    log.record(1440 + 1080, woman, TraceState.postnatalBed, 0, -1);
    log.record(1440 + 1080, woman, TraceState.cleaningBegins, 0, -1);
  }
  log.record(2880 + 60, 0, TraceState.cleaningEnds, 0, -1);
  const calendar = new Calendar('2027-01-01');
  const { days } = indexPlayback(layout, 2, log.rows(), calendar, { from: 1440, to: 3 * 1440 });
  expect(days).toEqual([
    { midnight: 1440, mean: 1, lowest: 0, highest: 2 },
    { midnight: 2880, mean: 0, lowest: 0, highest: 0 },
  ]);
});
