import { Link } from '@backstage/ui';
import type { SourceNote } from '@ml-platform/plugin-ml-platform-common';
import { asSentence } from '../format/asSentence';
import { sourcesPath } from '../paths';
import { QuietNote } from './QuietNote';
import { Time } from './Time';

/** More of them are told by their number. */
const SHOWN = 3;

/** What sources do not tell at the moment: a quiet line each, with cause and fix. */
export function SourceNotes({ sources }: { sources: SourceNote[] }) {
  if (sources.length === 0) {
    return null;
  }
  const left = sources.length - SHOWN;
  return (
    <div>
      {sources.slice(0, SHOWN).map(source => (
        <QuietNote key={source.id}>
          <Link href={sourcesPath({ text: source.id })}>{source.title}</Link>{' '}
          {source.lastSuccessAt ? (
            <>
              was last heard <Time at={source.lastSuccessAt} />
            </>
          ) : (
            'has not been heard yet'
          )}
          : {asSentence(source.message)} {source.fix}
        </QuietNote>
      ))}
      {left > 0 && (
        <QuietNote>
          <Link href={sourcesPath({ status: 'attention' })}>
            {left === 1
              ? 'One more source needs attention'
              : `${left} more sources need attention`}
          </Link>
        </QuietNote>
      )}
    </div>
  );
}
