import type { Json, PlanDocument } from '../plan-document.ts';
import { base64urlOf, bytesOf } from './base64url.ts';

/** Why an address holds no plan. */
export type LinkTrouble = 'damaged' | 'too long' | 'not a plan';

/** The most characters that are read from an address, and bytes that are unpacked from it. */
const longestLink = 500_000;
const mostBytes = 1_000_000;

/** Deeper than any plan, and far from where the browser's own reading and writing of JSON would run out of stack. */
const deepestPlan = 100;

/** The whole plan in letters that can stand in an address. */
export async function linkDataOf(document: PlanDocument): Promise<string> {
  const text = new Blob([JSON.stringify(document)]);
  const packed = text.stream().pipeThrough(new CompressionStream('deflate-raw'));
  return base64urlOf(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** The plan in an address, not yet checked, or why there is none. Never fails, whatever the address holds. */
export async function planOfLink(data: string): Promise<{ document: PlanDocument } | { trouble: LinkTrouble }> {
  if (data.length > longestLink) return { trouble: 'too long' };
  const packed = bytesOf(data);
  if (packed === undefined || packed.length === 0) return { trouble: 'damaged' };
  try {
    const bytes = await unpacked(packed);
    if (bytes === undefined) return { trouble: 'too long' };
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMapping && !isDeeper(value, deepestPlan) ? { document: value as PlanDocument } : { trouble: 'not a plan' };
  } catch {
    return { trouble: 'damaged' };
  }
}

/** Unpacks no more than is allowed, because a short text can stand for a very long one. */
async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function isDeeper(value: Json, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((inner: Json) => isDeeper(inner, limit - 1));
}
