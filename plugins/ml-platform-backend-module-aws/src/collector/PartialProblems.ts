import { SourceProblem } from '@ml-platform/plugin-ml-platform-common';
import { CollectSession } from '@ml-platform/plugin-ml-platform-node';
import { CallPlace, describeProblem } from '../client';

type Problem = Omit<SourceProblem, 'since'>;

/** More would hide the rest of the page. */
const MOST_TOLD = 20;

/**
 * What of a source is refused or not offered. The same refusal of many things is
 * told once; what succeeds again is forgotten.
 */
export class PartialProblems {
  readonly #known = new Map<string, Problem & { part: string }>();
  #told?: string;

  constructor(private readonly place: CallPlace) {}

  /** @param subject - the thing that is not known: `cluster`, `cluster/group` */
  failed(part: string, subject: string, error: unknown): void {
    this.#known.set(key(part, subject), {
      ...describeProblem(error, this.place, part),
      part,
    });
  }

  /** Keeps a problem that is described already. */
  add(part: string, subject: string, problem: Problem): void {
    this.#known.set(key(part, subject), { ...problem, part });
  }

  succeeded(part: string, subject: string): void {
    this.#known.delete(key(part, subject));
  }

  /** Forgets what is not there any more. */
  keepSubjects(isThere: (subject: string) => boolean): void {
    for (const known of this.#known.keys()) {
      if (!isThere(known.slice(known.indexOf(' ') + 1))) {
        this.#known.delete(known);
      }
    }
  }

  /** One problem for all that fail in the same way. */
  list(): Problem[] {
    const groups = new Map<string, { first: Problem; count: number }>();
    for (const problem of this.#known.values()) {
      const alike = [problem.part, problem.code, problem.fix].join('\n');
      const group = groups.get(alike);
      groups.set(alike, {
        first: group?.first ?? problem,
        count: (group?.count ?? 0) + 1,
      });
    }
    return [...groups.values()]
      .map(({ first, count }) =>
        count > 1
          ? { ...first, message: `${first.message} (and ${count - 1} more)` }
          : first,
      )
      .sort((one, other) =>
        `${one.part} ${one.code}` < `${other.part} ${other.code}` ? -1 : 1,
      )
      .slice(0, MOST_TOLD);
  }

  /** Tells the session when something about the problems has changed. */
  async tell(session: CollectSession): Promise<void> {
    const problems = this.list();
    const text = JSON.stringify(problems);
    if (text !== this.#told) {
      await session.partial(problems);
      this.#told = text;
    }
  }
}

function key(part: string, subject: string): string {
  return `${part} ${subject}`;
}
