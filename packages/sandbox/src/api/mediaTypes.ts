import { Request } from 'express';

/** `application/vnd.github.raw`, with or without version and `+json`. */
export function wantsRaw(request: Request): boolean {
  return /application\/vnd\.github(\.v3)?\.raw/.test(accept(request));
}

export function wantsDiff(request: Request): boolean {
  return /application\/vnd\.github(\.v3)?\.diff/.test(accept(request));
}

export function wantsPatch(request: Request): boolean {
  return /application\/vnd\.github(\.v3)?\.patch/.test(accept(request));
}

/** The SHA alone, as text. */
export function wantsSha(request: Request): boolean {
  return /application\/vnd\.github(\.v3)?\.sha/.test(accept(request));
}

function accept(request: Request): string {
  return request.headers.accept ?? '';
}
