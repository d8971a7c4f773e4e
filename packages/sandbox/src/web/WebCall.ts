import { Request, Response } from 'express';
import { Access, Viewer, accessTo } from '../http/access';
import { tokenIn, viewerOfToken } from '../http/authenticate';
import { notFound } from '../http/GithubError';
import { GitRepository } from '../git/GitRepository';
import { RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { Html } from './html';
import { Page } from './layout';
import { sendPage } from './sendPage';
import { Session, openSession } from './session';

export type Notice = NonNullable<Page['notice']>;

/** Messages for the next page of a session. */
export type Notices = Map<string, Notice>;

/** The viewer must sign in before this can be shown. */
export class SignInNeeded extends Error {}

/** One request for a page. */
export class WebCall {
  readonly session: Session;

  constructor(
    readonly context: SandboxContext,
    readonly request: Request,
    readonly response: Response,
    private readonly notices: Notices,
  ) {
    this.session = openSession(context, request, response);
  }

  /** Whoever is signed in, or the owner of a token that came along. */
  get viewer(): Viewer | undefined {
    const token = tokenIn(this.request.headers.authorization);
    if (token !== undefined) return viewerOfToken(this.context, token);
    const { account } = this.session;
    return account && { account };
  }

  requireViewer(): Viewer {
    const { viewer } = this;
    if (!viewer) throw new SignInNeeded();
    return viewer;
  }

  repository(): {
    record: RepositoryRecord;
    git: GitRepository;
    access: Access;
  } {
    const { owner, repo } = this.request.params;
    const record = this.context.findRepository(owner, repo);
    const access = record ? accessTo(this.viewer, record) : 'none';
    if (!this.viewer && access === 'none') throw new SignInNeeded();
    if (!record || access === 'none') throw notFound();
    return { record, access, git: this.context.git(record) };
  }

  param(name: string): string {
    return this.request.params[name] ?? '';
  }

  query(name: string): string {
    const value = this.request.query[name];
    return typeof value === 'string' ? value : '';
  }

  show(title: string, content: Html): void {
    const notice = this.notices.get(this.session.id);
    this.notices.delete(this.session.id);
    const { session } = this;
    sendPage(this.response, { title, content, session, notice });
  }

  /** Goes to another page, which says this. */
  redirect(target: string, notice?: Notice): void {
    if (notice) this.notices.set(this.session.id, notice);
    this.response.redirect(303, target);
  }
}
