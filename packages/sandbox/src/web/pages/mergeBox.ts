import { findMergeability } from '../../pulls/mergeability';
import { latestReviews } from '../../pulls/reviewPull';
import { isProtected, mayMergeTo } from '../../repositories/protection';
import { MAINTAINER_TEAM, teamMembers } from '../../state/people';
import { PullRecord, RepositoryRecord } from '../../state/records';
import { fullName } from '../../state/SandboxContext';
import { accessTo, mayWrite } from '../../http/access';
import { when } from '../dates';
import { Html, html } from '../html';
import { nameOf } from '../pullList';
import { WebCall } from '../WebCall';

/** Whether the pull request can be merged, why not, and the buttons. */
export async function mergeBox(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<Html> {
  const access = accessTo(call.viewer, record);
  if (pull.merged) return mergedBox(call, record, pull);
  const buttons =
    pull.state === 'open'
      ? await openButtons(call, record, pull)
      : closedButtons(pull);
  return html`<section class="merge-box" aria-labelledby="merge-title">
    <h2 id="merge-title">
      ${pull.state === 'open' ? 'Merge' : 'Closed without a merge'}
    </h2>
    ${mayWrite(access)
      ? form(call, record, pull, buttons)
      : html`<p class="meta">Sign in to act on this pull request.</p>`}
  </section>`;
}

async function openButtons(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<Html> {
  const { conflicts, mergeable } = await findMergeability(
    call.context,
    record,
    pull,
  );
  const reason = await blockedReason(call, record, pull, mergeable);
  const reviews = latestReviews(pull);
  const approvers = reviews.filter(({ state }) => state === 'APPROVED');
  const critics = reviews.filter(({ state }) => state === 'CHANGES_REQUESTED');
  const own = call.viewer?.account.login === pull.author;
  const approved = approvers.some(
    ({ author }) => author === call.viewer?.account.login,
  );
  return html`<ul class="checks">
      <li class="${mergeable ? 'good' : 'bad'}">
        ${mergeable
          ? html`No conflicts with <code>${pull.base.ref}</code>.`
          : html`Conflicts with <code>${pull.base.ref}</code> in
              ${conflicts.map(path => html`<code>${path}</code> `)}`}
      </li>
      ${approvers.length > 0 &&
      html`<li class="good">
        Approved by ${approvers.map(({ author }) => nameOf(author)).join(', ')}.
      </li>`}
      ${critics.length > 0 &&
      html`<li class="bad">
        ${critics.map(({ author }) => nameOf(author)).join(', ')} asked for
        changes.
      </li>`}
      ${reason !== undefined &&
      html`<li class="blocked" id="merge-reason">${reason}</li>`}
    </ul>
    <div class="buttons">
      <button
        class="primary"
        name="action"
        value="merge"
        ${reason !== undefined &&
        html`disabled aria-describedby="merge-reason"`}
      >
        Merge pull request
      </button>
      <button
        name="action"
        value="squash"
        ${reason !== undefined &&
        html`disabled aria-describedby="merge-reason"`}
      >
        Squash and merge
      </button>
      ${!own &&
      html`<button name="action" value="approve" ${approved && html`disabled`}>
        ${approved ? 'Approved' : 'Approve'}
      </button>`}
      <button name="action" value="close">Close</button>
    </div>`;
}

function closedButtons(pull: PullRecord): Html {
  return html`<div class="buttons">
    <button name="action" value="reopen">Reopen</button>
    <button name="action" value="delete-branch">
      Delete branch ${pull.head.ref}
    </button>
  </div>`;
}

function mergedBox(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
): Html {
  const sha = pull.merged?.sha ?? '';
  return html`<section class="merge-box merged">
    <h2>Merged</h2>
    <p>
      ${nameOf(pull.merged?.by ?? '')} merged this
      ${when(pull.merged?.at ?? pull.updatedAt)} as
      <a href="/${fullName(record)}/commit/${sha}"
        ><code>${sha.slice(0, 7)}</code></a
      >.
    </p>
    ${mayWrite(accessTo(call.viewer, record)) &&
    form(
      call,
      record,
      pull,
      html`<button name="action" value="delete-branch">
        Delete branch ${pull.head.ref}
      </button>`,
    )}
  </section>`;
}

function form(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
  content: Html,
): Html {
  return html`<form
    method="post"
    action="/${fullName(record)}/pull/${pull.number}"
  >
    <input type="hidden" name="form_token" value="${call.session.formToken}" />
    <input type="hidden" name="head" value="${pull.head.sha}" />
    ${content}
  </form>`;
}

async function blockedReason(
  call: WebCall,
  record: RepositoryRecord,
  pull: PullRecord,
  mergeable: boolean,
): Promise<string | undefined> {
  const { ref } = pull.base;
  if (!mayMergeTo(record, ref, accessTo(call.viewer, record))) {
    const names = teamMembers(MAINTAINER_TEAM).map(({ name }) => name);
    return isProtected(record, ref)
      ? `${ref} is protected: ${names.join(
          ' and ',
        )} of ${MAINTAINER_TEAM} may merge into it.`
      : 'You may not write to this repository.';
  }
  if (pull.draft) return 'This pull request is still a draft.';
  return mergeable
    ? undefined
    : 'Resolve the conflicts on the branch before it can be merged.';
}
