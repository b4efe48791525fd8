import { describe, expect, it } from 'vitest';
import { messagesOf, plan, problemsOf } from '../scenarios/support.ts';

const hours = (value: number): string =>
  `{ value: ${value}, unit: hours into the shift, source: Trial, confidence: U }`;
const withBreaks = (from: number, to: number): string =>
  plan('inputs:', '  labourWardCare:', '    breaks:', `      from: ${hours(from)}`, `      to: ${hours(to)}`);

describe('the rules of who takes care of whom', () => {
  it('may set a time for breaks of no length', () => {
    expect(problemsOf(withBreaks(4, 4))).toEqual([]);
  });

  it('refuse a time for breaks that ends before it begins', () => {
    const messages = messagesOf(withBreaks(4, 3.5));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/breaks\.to.*: found 3\.5 hours\. Allowed: 4 hours \(breaks\.from\) or more/);
    expect(problemsOf(withBreaks(4, 3.5))[0]!.message.nb).toMatch(/fant 3\.5 timer\. Tillatt: 4 timer/);
  });

  it('refuse midwives who may have no woman at all', () => {
    const messages = messagesOf(
      plan(
        'inputs:',
        '  labourWardCare:',
        '    mostWomenPerMidwife: { value: 0, unit: women, source: Trial, confidence: U }',
      ),
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/mostWomenPerMidwife\.value: found 0/);
  });
});
