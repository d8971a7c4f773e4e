/**
 * Why nodes do not take a pod.
 *
 * @public
 */
export type UnschedulableReason =
  | 'insufficient'
  | 'taint'
  | 'selector'
  | 'cordoned'
  | 'volume'
  | 'ports'
  | 'quota'
  | 'claims'
  | 'other';

/** @public */
export interface UnschedulablePart {
  reason: UnschedulableReason;
  /** How many nodes; undefined when it is not about nodes. */
  nodes?: number;
  /** The resource, of `insufficient`; the taint, of `taint`. */
  detail?: string;
  text: string;
}

const REASONS: [RegExp, UnschedulableReason][] = [
  [/^Insufficient (?<detail>[^\s,]+)$/, 'insufficient'],
  [/^Too many pods$/, 'insufficient'],
  [/had untolerated taint(?:\(s\))?(?: \{(?<detail>[^}]*)\})?/, 'taint'],
  [/had taints? .*that the pod didn't tolerate/, 'taint'],
  [/didn't match Pod's node affinity\/selector/, 'selector'],
  [/didn't match node selector/, 'selector'],
  [/were unschedulable/, 'cordoned'],
  [/volume|PersistentVolume|persistentvolumeclaim/i, 'volume'],
  [/free ports/, 'ports'],
  [/exceeded quota/, 'quota'],
  [/cannot allocate all claims/, 'claims'],
];

/**
 * Takes the scheduler's sentence apart, which counts nodes by what keeps the pod off
 * them: so many with too little of a resource, so many with a taint, and so on. What
 * it says of preemption is left out. An unknown part keeps its words.
 *
 * @public
 */
export function parseSchedulerMessage(message: string): UnschedulablePart[] {
  const main = message.split(/\s*preemption:/)[0];
  const list = main
    .replace(/^\d+\/\d+ nodes are available:?\s*/, '')
    .replace(/\.\s*$/, '');
  return list
    .split(/,\s(?=\d+\s)|\.\s+/)
    .map(text => text.trim())
    .filter(Boolean)
    .map(text => {
      const count = /^(\d+)\s+(.*)$/.exec(text);
      const words = count ? count[2] : text;
      const found = REASONS.map(
        ([pattern, reason]) => [pattern.exec(words), reason] as const,
      ).find(([match]) => match);
      const detail = found?.[0]?.groups?.detail;
      return {
        reason: found?.[1] ?? 'other',
        ...(count ? { nodes: Number(count[1]) } : {}),
        ...(detail ? { detail } : {}),
        text: words,
      };
    });
}
