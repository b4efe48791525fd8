import type { Path } from './problems.ts';

/** Lays overrides over base data. A figure, a list or a bare value is replaced whole; other mappings are merged. */
export function withOverrides(base: unknown, overrides: unknown): unknown {
  if (!isMergeable(base) || !isMergeable(overrides)) return overrides;
  return Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(overrides).map(([key, value]) => [
      key,
      Object.hasOwn(base, key) ? withOverrides(base[key], value) : value,
    ]),
  ]);
}

/** The paths at which `withOverrides` takes a value from the overrides. */
export function overriddenPaths(base: unknown, overrides: unknown, path: Path = []): Path[] {
  if (!isMergeable(base) || !isMergeable(overrides)) return [path];
  return Object.entries(overrides).flatMap(([key, value]) =>
    Object.hasOwn(base, key) ? overriddenPaths(base[key], value, [...path, key]) : [[...path, key]],
  );
}

/** Tells whether one path leads to the other or below it. */
export function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, index) => step === path[index]);
}

function isMergeable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, 'value');
}
