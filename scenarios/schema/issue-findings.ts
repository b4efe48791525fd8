import type { z } from 'zod';
import { mostProblems, type LocatedFinding } from './problem-list.ts';
import { listed, nearest, quoted, same, type Finding, type Path, type Wording } from './problems.ts';
import { childOf, choosingKey, schemaAt, type JsonSchema } from './schema-at.ts';

/** A place that is wrong, with what is wrong there still to be worded. */
interface Place {
  path: Path;
  part: 'key' | 'value';
  finding: () => Finding;
}

/**
 * Words the issues that zod has with a value, as many as are told one by one.
 *
 * @param schema the JSON Schema that corresponds to the zod schema
 * @returns what was found, and how many places more are wrong
 */
export function issueFindings(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  schema: JsonSchema,
): { findings: LocatedFinding[]; others: number } {
  const findings: LocatedFinding[] = [];
  // A value may break several rules at once, as 1e308 is neither a whole number nor a small one; it is one finding.
  const seen = new Set<string>();
  let others = 0;
  for (const issue of issues) {
    for (const { path, part, finding } of placesOf(issue, value, schema)) {
      const place = JSON.stringify([path, part]);
      if (findings.length >= mostProblems) {
        if (!seen.has(place)) others += 1;
        seen.add(place);
        continue;
      }
      const found: LocatedFinding = { path, part, ...finding() };
      const text = place + found.found.en;
      if (seen.has(text)) continue;
      findings.push(found);
      seen.add(text).add(place);
    }
  }
  return { findings, others };
}

/** Where an issue is: at one place, unless several keys of a mapping are unknown. */
function* placesOf(issue: z.core.$ZodIssue, value: unknown, schema: JsonSchema): Generator<Place> {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const expected = schemaAt(schema, path, value);
  if (issue.code === 'unrecognized_keys') {
    const keys = Object.keys(expected?.properties ?? {});
    for (const key of issue.keys) {
      const finding = (): Finding => ({
        found: { en: `unknown key ${quoted(key)}`, nb: `ukjent nøkkel ${quoted(key)}` },
        allowed: listed(keys),
        ...nearest(key, keys),
      });
      yield { path: [...path, key], part: 'key', finding };
    }
  } else if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const finding = (): Finding => ({
      found: { en: `the key ${quoted(key)} cannot be used`, nb: `nøkkelen ${quoted(key)} kan ikke brukes` },
      allowed: allowedBy(schemaAt(schema, path.slice(0, -1), value)?.propertyNames),
    });
    yield { path, part: 'key', finding };
  } else {
    yield { path, part: 'value', finding: () => valueFinding(issue, valueAt(value, path), expected) };
  }
}

function valueFinding(issue: z.core.$ZodIssue, value: unknown, expected: JsonSchema | undefined): Finding {
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && 'options' in issue) {
    const names = (issue.options as unknown[]).map(String);
    return {
      found: foundValue(value, { type: 'string' }),
      allowed: listed(names),
      ...(typeof value === 'string' ? nearest(value, names) : {}),
    };
  }
  const choices = expected?.enum?.map(String) ?? (typeof expected?.const === 'string' ? [expected.const] : []);
  return {
    found: foundValue(value, expected),
    allowed: allowedBy(expected),
    ...(typeof value === 'string' ? nearest(value, choices) : {}),
  };
}

/** Names what stands in a file where something else should. */
function foundValue(value: unknown, expected: JsonSchema | undefined): Wording {
  if (value === undefined) return { en: 'missing', nb: 'mangler' };
  if (value === null) return { en: 'found nothing', nb: 'fant ingenting' };
  if (Array.isArray(value)) {
    return { en: `found a list of ${value.length}`, nb: `fant en liste med ${value.length}` };
  }
  if (typeof value === 'object') {
    const keys = quoted(Object.keys(value).join(', '));
    return { en: `found a mapping with the keys ${keys}`, nb: `fant en samling med nøklene ${keys}` };
  }
  if (typeof value !== 'string') {
    const text = typeof value === 'number' ? value.toString() : JSON.stringify(value);
    const wantsText = expected?.type === 'string' && expected.pattern === undefined;
    return {
      en: `found ${text}${wantsText ? '; write it in quotes' : ''}`,
      nb: `fant ${text}${wantsText ? '; skriv det i anførselstegn' : ''}`,
    };
  }
  const unquote =
    (isNumeric(expected) && value.trim() !== '' && Number.isFinite(Number(value))) ||
    (expected?.type === 'boolean' && /^(true|false)$/.test(value));
  return {
    en: `found the text ${quoted(value)}${unquote ? '; write it without quotes' : ''}`,
    nb: `fant teksten ${quoted(value)}${unquote ? '; skriv det uten anførselstegn' : ''}`,
  };
}

/** Words what a schema lets through. */
function allowedBy(schema: JsonSchema | undefined): Wording {
  if (schema === undefined) return { en: 'nothing here', nb: 'ingenting her' };
  if (schema.const !== undefined) return same(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return listed(schema.enum.map(String));
  if (schema.anyOf !== undefined) {
    const each = schema.anyOf.map(allowedBy);
    return { en: each.map(({ en }) => en).join(', or '), nb: each.map(({ nb }) => nb).join(', eller ') };
  }
  if (schema.oneOf !== undefined) {
    const key = choosingKey(schema);
    const names = schema.oneOf.map(({ properties }) => String(properties?.[key]?.const)).join(', ');
    return { en: `a mapping whose ${key} is one of ${names}`, nb: `en samling der ${key} er en av ${names}` };
  }
  if (isNumeric(schema)) return allowedNumber(schema);
  switch (schema.type) {
    case 'string':
      return allowedText(schema);
    case 'boolean':
      return { en: 'true or false', nb: 'true eller false' };
    case 'array':
      return schema.minItems !== undefined && schema.minItems === schema.maxItems
        ? { en: `a list of exactly ${schema.minItems}`, nb: `en liste med nøyaktig ${schema.minItems}` }
        : {
            en: 'a list with at least one element where any is needed',
            nb: 'en liste, med minst ett element der det trengs',
          };
    default:
      return allowedMapping(schema);
  }
}

function isNumeric(schema: JsonSchema | undefined): boolean {
  return schema?.type === 'number' || schema?.type === 'integer';
}

function allowedNumber(schema: JsonSchema): Wording {
  const whole = schema.type === 'integer';
  const kind = whole ? { en: 'a whole number', nb: 'et helt tall' } : { en: 'a number', nb: 'et tall' };
  const limit = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
  const least = limit(schema.minimum);
  const above = limit(schema.exclusiveMinimum);
  const most = limit(schema.maximum);
  const en = [
    above !== undefined ? ` above ${above}` : least !== undefined ? ` from ${least}` : '',
    most !== undefined ? `${above !== undefined ? ' and' : ''} up to ${most}` : '',
  ];
  const nb = [
    above !== undefined ? ` over ${above}` : least !== undefined ? ` fra ${least}` : '',
    most !== undefined ? `${above !== undefined ? ' og' : ''} til og med ${most}` : '',
  ];
  return { en: kind.en + en.join(''), nb: kind.nb + nb.join('') };
}

function allowedText(schema: JsonSchema): Wording {
  if (schema.format === 'date') return { en: 'a date such as 2027-01-31', nb: 'en dato som 2027-01-31' };
  if (schema.pattern?.includes('[01]') === true)
    return { en: 'a clock time such as "07:30"', nb: 'et klokkeslett som "07:30"' };
  if (schema.pattern?.includes('[a-z]') === true) {
    return {
      en: 'lower-case letters a–z and digits, words joined by hyphens, such as st-hanshaugen',
      nb: 'små bokstaver a–z og sifre, ord med bindestrek mellom, som st-hanshaugen',
    };
  }
  if (schema.pattern?.includes('–') === true) return { en: 'years such as 2015–17', nb: 'årstall som 2015–17' };
  if (schema.pattern?.includes('[ab]') === true)
    return { en: 'a Robson group such as "1" or "2a"', nb: 'en Robson-gruppe som "1" eller "2a"' };
  if (schema.pattern !== undefined) {
    return {
      en: 'text on one line that is not empty, without tabs or other control characters',
      nb: 'tekst på én linje som ikke er tom, uten tabulator eller andre styretegn',
    };
  }
  const least = schema.minLength ?? 0;
  return least > 1
    ? { en: `text of at least ${least} characters`, nb: `tekst på minst ${least} tegn` }
    : { en: 'text that is not empty', nb: 'tekst som ikke er tom' };
}

function allowedMapping(schema: JsonSchema): Wording {
  const keys = Object.keys(schema.properties ?? {});
  const unit = schema.properties?.['unit']?.const;
  if (typeof unit === 'string' && keys.includes('value')) {
    return {
      en: `a figure with value, unit ${JSON.stringify(unit)}, source, confidence (V, D or U) and, if known, year`,
      nb: `et tall med value, unit ${JSON.stringify(unit)}, source, confidence (V, D eller U) og, om kjent, year`,
    };
  }
  if (keys.length > 0) {
    return { en: `a mapping with the keys ${keys.join(', ')}`, nb: `en samling med nøklene ${keys.join(', ')}` };
  }
  return { en: 'a mapping of names to values', nb: 'en samling av navn med verdier' };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(childOf, value);
}
