import { Reservation } from '../plan';
import { ChangeIdentity } from './changeIdentity';

const PREFIX = '<!-- ml-platform:change ';
const SUFFIX = ' -->';
const BEGIN = '<!-- ml-platform:begin -->';
const END = '<!-- ml-platform:end -->';
/** GitHub takes 65,536 characters a body; the request must not use them up. */
const MAX_REQUEST_LENGTH = 16_000;

/** What a pull request's body tells later runs. Holds nothing secret: requests have no secret fields. */
export interface ChangeMarker extends ChangeIdentity {
  version: 1;
  /** Entity ref of who asked. */
  requester: string;
  requestDigest: string;
  planDigest: string;
  /** The commit the branch's head was when we last wrote to it. */
  head: string;
  /** The title we gave, to tell whether somebody has given another one. */
  title: string;
  /** What no other open change may take, too. */
  reserves?: Reservation[];
  /** What was asked for; left out when it is very long. */
  request?: unknown;
}

/** The marker as an invisible line of Markdown. */
export function renderMarker(marker: ChangeMarker): string {
  const length = JSON.stringify(marker.request ?? null).length;
  const { request, ...rest } = marker;
  const json = JSON.stringify(
    length > MAX_REQUEST_LENGTH ? rest : { ...rest, request },
  );
  // No value can end the comment, begin a tag or be taken for a mention.
  const inert = json.replace(
    /[<>&@`]|-(?=-)|[^\x20-\x7e]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${PREFIX}${inert}${SUFFIX}`;
}

/** Reads the marker of a body, undefined when there is none that can be read. */
export function parseMarker(body: string): ChangeMarker | undefined {
  const start = body.lastIndexOf(PREFIX);
  const end = body.indexOf(SUFFIX, start);
  if (start < 0 || end < 0) {
    return undefined;
  }
  try {
    const marker = JSON.parse(body.slice(start + PREFIX.length, end));
    return isMarker(marker) ? marker : undefined;
  } catch {
    return undefined;
  }
}

/** Our part of a body, between marks, so that later runs replace it and nothing else. */
export function wrapSection(section: string, marker: ChangeMarker): string {
  return `${BEGIN}\n${section}\n${renderMarker(marker)}\n${END}`;
}

/**
 * A body with our part replaced. What people wrote before or after it stays; where the marks are gone,
 * our part is put on top of what there is.
 */
export function replaceSection(body: string, section: string): string {
  const start = body.indexOf(BEGIN);
  const end = body.lastIndexOf(END);
  if (start < 0 || end < start) {
    return body.trim() ? `${section}\n\n${body}` : section;
  }
  return `${body.slice(0, start)}${section}${body.slice(end + END.length)}`;
}

function isMarker(value: unknown): value is ChangeMarker {
  const marker = value as Partial<ChangeMarker> | undefined;
  const texts = [
    marker?.kind,
    marker?.thing,
    marker?.repository,
    marker?.environment,
    marker?.name,
    marker?.requester,
    marker?.head,
    marker?.title,
    marker?.requestDigest,
  ];
  return marker?.version === 1 && texts.every(text => typeof text === 'string');
}
