import { accessTo, mayWrite } from '../../http/access';
import { GithubError, notFound } from '../../http/GithubError';
import { reopenPull } from '../../pulls/reopenPull';
import { findPull } from '../../pulls/createPull';
import { mergePull } from '../../pulls/mergePull';
import { addReview } from '../../pulls/reviewPull';
import { closePull } from '../../pulls/syncPulls';
import { moveRef } from '../../repositories/moveRef';
import { isProtected } from '../../repositories/protection';
import { PullRecord, RepositoryRecord } from '../../state/records';
import { fullName } from '../../state/SandboxContext';
import { isOwnForm } from '../session';
import { Notice, WebCall } from '../WebCall';

/** `POST /pull/{number}`: one of the buttons of a pull request. */
export async function actOnPull(call: WebCall): Promise<void> {
  call.requireViewer();
  const { record, access } = call.repository();
  const pull = findPull(record, Number(call.param('number')));
  const { action, form_token: token } = call.request.body ?? {};
  const page = `/${fullName(record)}/pull/${pull.number}`;
  if (!isOwnForm(call.session, token)) {
    call.redirect(page, {
      kind: 'error',
      text: 'The page was out of date; try again.',
    });
    return;
  }
  if (!mayWrite(access)) throw notFound();
  try {
    const text = await call.context.exclusively(record, () =>
      perform(call, record, pull, action),
    );
    await call.context.store.save();
    call.redirect(page, { kind: 'success', text });
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    const text = `That did not work: ${error.message.trim()}`;
    const notice: Notice = { kind: 'error', text };
    call.redirect(page, notice);
  }
}

/** What was done, in words. */
async function perform(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
  action: unknown,
): Promise<string> {
  const { context } = call;
  const viewer = call.requireViewer();
  const { login } = viewer.account;
  const { head } = call.request.body;
  switch (action) {
    case 'merge':
    case 'squash': {
      const by = { viewer, access: accessTo(viewer, record) };
      const request = { method: action, sha: String(head) } as const;
      const sha = await mergePull(context, record, pull, by, request);
      return `Merged as ${sha.slice(0, 7)}.`;
    }
    case 'approve':
      addReview(context, pull, {
        author: login,
        event: 'APPROVE',
        body: '',
        commit: pull.head.sha,
      });
      return 'You approved these changes.';
    case 'close':
      if (pull.state === 'open') closePull(context, pull, login);
      return 'Closed.';
    case 'reopen':
      await reopenPull(context, record, pull);
      return 'Reopened.';
    case 'delete-branch':
      return deleteBranch(call, record, pull);
    default:
      throw new GithubError(422, `Unknown action '${action}'`);
  }
}

async function deleteBranch(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<string> {
  const { context } = call;
  const { ref } = pull.head;
  const from = await context.git(record).branchSha(ref);
  if (!from) throw new GithubError(422, `The branch ${ref} is gone already.`);
  if (ref === record.defaultBranch || isProtected(record, ref)) {
    throw new GithubError(422, `The branch ${ref} is protected.`);
  }
  const by = call.requireViewer().account.login;
  await moveRef(context, record, { name: `refs/heads/${ref}`, from, by });
  return `Branch ${ref} deleted.`;
}
