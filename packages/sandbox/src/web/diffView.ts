import { createHash } from 'node:crypto';
import { FileDiff } from '../git/diffFiles';
import { Html, html } from './html';
import { DiffLine, parsePatch } from './parsePatch';

/** Larger diffs are named, not drawn. */
const MOST_LINES = 3000;

/** The changed files, each with its diff. `blobUrl` is where a file is read. */
export function diffView(
  files: FileDiff[],
  blobUrl: (path: string) => string,
): Html {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return html`<p class="diff-summary">
      ${plural(files.length, 'file')} changed,
      ${counts({ additions, deletions })}
    </p>
    ${files.length > 1 &&
    html`<ul class="file-list">
      ${files.map(
        file =>
          html`<li>
            <a href="#${anchorOf(file.path)}">${file.path}</a> ${counts(file)}
          </li>`,
      )}
    </ul>`}
    ${files.map(file => fileDiff(file, blobUrl(file.path)))}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function counts(change: { additions: number; deletions: number }): Html {
  return html`<span class="counts"
    ><span class="plus">+${change.additions}</span>
    <span class="minus">−${change.deletions}</span></span
  >`;
}

export function anchorOf(path: string): string {
  const hash = createHash('sha256').update(path).digest('hex');
  return `diff-${hash.slice(0, 16)}`;
}

const STATUS_WORDS: Record<string, string> = {
  added: 'new file',
  removed: 'removed',
  renamed: 'renamed',
};

function fileDiff(file: FileDiff, url: string): Html {
  const lines = file.additions + file.deletions;
  return html`<section class="file" id="${anchorOf(file.path)}">
    <h2 class="file-title">
      <span class="path"
        >${file.previousPath && html`${file.previousPath} → `}${file.path}</span
      >
      ${STATUS_WORDS[file.status] &&
      html`<span class="tag">${STATUS_WORDS[file.status]}</span>`}
      ${counts(file)}
      ${file.status !== 'removed' && html`<a href="${url}">View file</a>`}
    </h2>
    ${lines > MOST_LINES
      ? html`<p class="empty">The diff is too large to be shown.</p>`
      : patchTable(file)}
  </section>`;
}

function patchTable(file: FileDiff): Html {
  if (file.patch === undefined) {
    return html`<p class="empty">No text to compare.</p>`;
  }
  return html`<div
    class="scroll"
    tabindex="0"
    role="region"
    aria-label="Changes of ${file.path}"
  >
    <table class="diff">
      <thead class="visually-hidden">
        <tr>
          <th>Old line</th>
          <th>New line</th>
          <th>Text</th>
        </tr>
      </thead>
      ${parsePatch(file.patch).map(
        hunk => html`<tbody>
          <tr class="hunk">
            <td></td>
            <td></td>
            <td>${hunk.header}</td>
          </tr>
          ${hunk.lines.map(line => lineRow(line))}
        </tbody>`,
      )}
    </table>
  </div>`;
}

const SIGNS = { added: '+', removed: '-', context: ' ' };

function lineRow(line: DiffLine): Html {
  const text = line.segments.map(segment =>
    segment.changed
      ? html`<mark>${segment.text}</mark>`
      : html`${segment.text}`,
  );
  return html`<tr class="${line.kind}">
    <td class="number">${line.oldNumber}</td>
    <td class="number">${line.newNumber}</td>
    <td class="code">
      <code><span class="sign">${SIGNS[line.kind]}</span>${text}</code>
      ${line.noNewline &&
      html`<span class="no-newline">no line break at the end</span>`}
    </td>
  </tr>`;
}
