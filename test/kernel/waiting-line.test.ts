import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WaitingLine, type RequestHandle } from '../../sim-core/kernel/index.ts';

const noHandler = (): void => {};

describe('a waiting line', () => {
  it('does what a list does that is sorted after every operation', () => {
    const operation = fc.record({
      kind: fc.nat(9),
      key: fc.constantFrom(-2, 0, 0, 0, 1, 5.5),
      rank: fc.constantFrom(-1, 0, 0, 0),
      pick: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(operation, { minLength: 200, maxLength: 600 }), (operations) => {
        const line = new WaitingLine();
        const list: { key: number; rank: number; number: number; handle: RequestHandle }[] = [];
        const gone: RequestHandle[] = [];
        let number = 0;
        for (const { kind, key, rank, pick } of operations) {
          if (kind < 5) {
            list.push({ key, rank, number, handle: line.push(key, rank, noHandler, number) });
            list.sort((a, b) => a.key - b.key || a.rank - b.rank || a.number - b.number);
            number++;
          } else if (list.length > 0 && kind < 8) {
            const first = list.shift()!;
            expect(line.nextSlot).toBe(line.slotOf(first.handle));
            line.pop();
            expect(line.payload).toBe(first.number);
            gone.push(first.handle);
          } else if (list.length > 0) {
            const [removed] = list.splice(pick % list.length, 1);
            expect(line.cancel(removed!.handle)).toBe(true);
            gone.push(removed!.handle);
          }
          expect(line.size).toBe(list.length);
          if (gone.length > 0) expect(line.cancel(gone[pick % gone.length]!)).toBe(false);
        }
        for (const { number: expected } of list) {
          line.pop();
          expect(line.payload).toBe(expected);
        }
        expect(line.size).toBe(0);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
