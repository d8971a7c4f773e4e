import { Request, Response } from 'express';
import { GitRepository } from '../git/GitRepository';
import { RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { Access, Viewer, accessTo, mayWrite } from './access';
import {
  GithubError,
  invalidRequest,
  notFound,
  requiresAuthentication,
} from './GithubError';

export interface OpenRepository {
  record: RepositoryRecord;
  git: GitRepository;
  access: Access;
}

/** One request to the API, with what handlers ask of it again and again. */
export class ApiCall {
  constructor(
    readonly context: SandboxContext,
    readonly request: Request,
    readonly response: Response,
  ) {}

  get viewer(): Viewer | undefined {
    return this.response.locals.viewer;
  }

  requireViewer(): Viewer {
    if (!this.viewer) throw requiresAuthentication();
    return this.viewer;
  }

  /** The repository in the path, as far as the viewer may know of it. */
  repository(): OpenRepository {
    const { owner, repo } = this.request.params;
    const record = this.context.findRepository(owner, repo);
    const access = record ? accessTo(this.viewer, record) : 'none';
    if (!record || access === 'none') throw notFound();
    return { record, access, git: this.context.git(record) };
  }

  /** As `repository`, for a request that changes it. */
  writableRepository(): OpenRepository {
    const opened = this.repository();
    const { token } = this.requireViewer();
    if (mayWrite(opened.access)) return opened;
    if (token?.readOnly) {
      throw new GithubError(
        403,
        'Resource not accessible by personal access token',
        { headers: { 'x-accepted-github-permissions': 'contents=write' } },
      );
    }
    throw notFound();
  }

  param(name: string): string {
    return this.request.params[name];
  }

  number(name: string): number {
    const value = Number(this.request.params[name]);
    if (!Number.isInteger(value)) throw notFound();
    return value;
  }

  query(name: string): string | undefined {
    const value = this.request.query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  get body(): Record<string, unknown> {
    const { body } = this.request;
    const isObject =
      typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? body : {};
  }

  requiredString(name: string): string {
    const value = this.optionalString(name);
    if (value === undefined) {
      throw invalidRequest(`"${name}" wasn't supplied.`);
    }
    return value;
  }

  optionalString(name: string): string | undefined {
    const value = this.body[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') {
      throw invalidRequest(
        `For 'properties/${name}', ${JSON.stringify(value)} is not a string.`,
      );
    }
    return value;
  }

  optionalBoolean(name: string): boolean | undefined {
    const value = this.body[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'boolean') {
      throw invalidRequest(
        `For 'properties/${name}', ${JSON.stringify(value)} is not a boolean.`,
      );
    }
    return value;
  }

  optionalStrings(name: string): string[] | undefined {
    const value = this.body[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value) || value.some(item => typeof item !== 'string')) {
      throw invalidRequest(
        `For 'properties/${name}', ${JSON.stringify(
          value,
        )} is not an array of strings.`,
      );
    }
    return value;
  }
}
